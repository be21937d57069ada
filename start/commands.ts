import type { CommandMetaData } from '@adonisjs/core/types/ace'

const COMMANDS = {
  'demo:examples': () => import('#database/demo/examples_command'),
  'journal:verify': () => import('#core/journal/verify_command'),
  'follow_up:explain': () => import('#follow_up/commands/explain'),
  'reconcile': () => import('#workflows/commands/reconcile'),
}

/** The project's own commands live in the module whose work they do; this is their list. */
export async function getMetaData(): Promise<CommandMetaData[]> {
  const classes = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  return classes.map(({ default: Command }) => Command.serialize())
}

export async function getCommand({ commandName }: CommandMetaData) {
  const load = COMMANDS[commandName as keyof typeof COMMANDS]
  return load ? (await load()).default : null
}
