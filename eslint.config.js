import { configApp } from '@adonisjs/eslint-config'

const PURE = ['app/shared/**/*.ts', 'app/*/rules/**/*.ts']

const impure = [
  { selector: 'AwaitExpression', message: 'A rule does not wait: facts come in as arguments' },
  { selector: ':function[async=true]', message: 'A rule does not wait: facts come in as arguments' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The clock is an argument' },
  { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local|utc)$/][arguments.length=0]", message: 'The clock is an argument' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'A rule is the same at every call' },
  { selector: "MemberExpression[object.name='process']", message: 'A rule knows no environment' },
]

export default configApp(
  { ignores: ['resources/**', 'public/**', '.data/**', '.adonisjs/**', 'tmp/**'] },
  { rules: { 'prettier/prettier': 'off', '@unicorn/filename-case': 'off', '@unicorn/no-await-expression-member': 'off', 'no-control-regex': 'off' } },
  { files: PURE, rules: { 'no-restricted-syntax': ['error', ...impure] } }
)
