import { test } from '@japa/runner'
import { ESLint } from 'eslint'

const IMPURE = [
  { what: 'the clock by new Date()', code: 'export const today = () => new Date()' },
  { what: 'the clock by Date.now()', code: 'export const today = () => Date.now()' },
  { what: 'the clock by DateTime.now()', code: "import { DateTime } from 'luxon'\nexport const today = () => DateTime.now()" },
  { what: 'chance', code: 'export const draw = () => Math.random()' },
  { what: 'waiting', code: 'export const wait = async (work: Promise<void>) => {\n  await work\n}' },
  { what: 'the environment', code: 'export const mode = () => process.env.MODE' },
]

const lint = async (code: string, filePath: string) => {
  const [result] = await new ESLint().lintText(code, { filePath })
  return result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
}

test.group('The purity of rules', () => {
  test('{what} is refused in a rule and let through elsewhere')
    .with(IMPURE)
    .run(async ({ assert }, { code }) => {
      assert.isNotEmpty(await lint(code, 'app/visits/rules/planted.ts'))
      assert.isNotEmpty(await lint(code, 'app/shared/planted.ts'))
      assert.isEmpty(await lint(code, 'app/visits/actions/planted.ts'))
    })
})
