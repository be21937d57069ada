/** The walls of the house. Each rule has a planted violation in tests/architecture, so that each is known to bite. */

// Which module may call which (by its front door); a new arrow is a decision.
const MAY_CALL = {
  members: [],
  follow_up: [],
  prevention: [],
  identity: ['members'],
  calendar: ['members'],
  documents: ['members'],
  messaging: ['identity', 'members'],
  visits: ['calendar', 'follow_up', 'messaging', 'identity'],
  workforce: ['visits', 'follow_up', 'members'],
  imports: ['workforce', 'members', 'identity'],
  planning: ['visits', 'calendar', 'follow_up'],
  billing: ['documents'],
  statistics: [],
  home: [],
}

const others = (module) => Object.keys(MAY_CALL).filter((name) => name !== module)

const mayCall = Object.entries(MAY_CALL).map(([module, allowed]) => ({
  name: `may-call-${module}`,
  comment: `${module} calls ${allowed.join(', ') || 'no other module'}`,
  severity: 'error',
  from: { path: `^app/${module}/` },
  to: { path: `^app/(${[...others(module).filter((name) => !allowed.includes(name)), 'back_office'].join('|')})/index\\.ts$` },
}))

module.exports = {
  forbidden: [
    ...mayCall,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that is not found is a wall that is not seen',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'front-door-only',
      comment: "A module is entered by its index.ts; its queries and models may be read by another module's, its rules by another's rules",
      severity: 'error',
      from: { path: '^app/([^/]+)/', pathNot: '^app/(shared|core)/|^app/[^/]+/(models|queries|rules)/|^app/home/|^app/back_office/' },
      to: { path: '^app/[^/]+/.+', pathNot: ['^app/$1/', '^app/(shared|core)/', '^app/[^/]+/index\\.ts$'] },
    },
    {
      name: 'reads-may-cross',
      comment: 'Models and queries reach models, queries and rules of another module, never its actions or controllers',
      severity: 'error',
      from: { path: '^app/([^/]+)/(models|queries)/|^app/(home|back_office)/' },
      to: { path: '^app/[^/]+/(actions|controllers|validators|routes|mails)', pathNot: ['^app/$1/', '^app/(home|back_office)/', '^app/identity/staff/'] },
    },
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^app/core/' },
      to: { path: '^app/', pathNot: '^app/(core|shared)/' },
    },
    {
      name: 'pure',
      comment: 'rules/ and app/shared: facts and now come in, a decision goes out',
      severity: 'error',
      from: { path: '^app/shared/|^app/[^/]+/rules/' },
      to: {
        pathNot: ['^app/shared/', '^app/[^/]+/rules/', '(^|/)node_modules/(luxon|date-holidays|@types/luxon|@zxcvbn-ts|libphonenumber-js|codes-postaux|@socialgouv/codes-naf)/'],
      },
    },
    {
      name: 'workflow-sandbox',
      comment: 'workflow.ts and contract.ts: each other, app/shared, @temporalio; activities by type only',
      severity: 'error',
      from: { path: '^workflows/.+/(workflow|contract)\\.ts$|^workflows/index\\.ts$' },
      to: {
        pathNot: ['^workflows/.+/(workflow|contract)\\.ts$', '^app/shared/', '(^|/)node_modules/@temporalio/(workflow|common)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'app-knows-no-temporal',
      comment: 'The application writes outbox rows; no page can be slow or down because Temporal is',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^workflows/|(^|/)node_modules/@temporalio/' },
    },
    {
      name: 'workflows-by-the-front-door',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^app/', pathNot: ['^app/(core|shared)/', '^app/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-tests-in-the-house',
      severity: 'error',
      from: { path: '^(app|workflows|start|config|bin|database)/', pathNot: '^bin/test\\.ts$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    // The #aliases point to .js files, of which only the .ts exist.
    webpackConfig: { fileName: `${__dirname}/tests/architecture/resolve.cjs` },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
