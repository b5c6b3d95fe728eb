// Diagnostics as rules of json-rules-engine. It asks conditions of one set of facts at a time and cannot join: each use case is given with
// what its workflow says of it. Run: node find.mjs USE_CASES.json ROUNDS FINDINGS; prints the milliseconds of the processor
// for each round.
import { readFileSync, writeFileSync } from 'node:fs'
import { Engine } from 'json-rules-engine'

const is = (fact, value = true) => ({ fact, operator: 'equal', value })
const over = (fact, value) => ({ fact, operator: 'greaterThan', value })
const upTo = (fact, value) => ({ fact, operator: 'lessThanInclusive', value })

const undecided = [is('active'), is('pilot', false), is('open')]
const unowned = [is('live'), is('ownerAbsent')]

const rules = [
  ['A1', 'high', { all: [...undecided, over('validatedDaysAgo', 90)] }],
  ['A1', 'medium', { all: [...undecided, over('validatedDaysAgo', 30), upTo('validatedDaysAgo', 90)] }],
  ['A3', 'medium', { all: [is('live'), { any: [is('measureAbsent'), { all: [is('ofTask'), is('outcomeAbsent')] }] }] }],
  ['A4', 'high', { all: [is('live'), is('pilot', false), { any: [is('redesignAbsent'), over('redesignedBeforeStart', 180)] }] }],
  ['C1', 'critical', { all: [...unowned, is('helped', false), is('deployed')] }],
  ['C1', 'high', { all: [...unowned, is('helped', false), is('deployed', false)] }],
  ['C2', 'high', { all: [...unowned, is('helped')] }]
]

const engine = new Engine()
for (const [diagnostic, severity, conditions] of rules) {
  engine.addRule({ conditions, event: { type: diagnostic, params: { severity } } })
}

const [useCases, rounds, output] = process.argv.slice(2)
const cases = JSON.parse(readFileSync(useCases, 'utf8'))
let found = []
for (let round = 0; round < Number(rounds); round++) {
  const start = process.cpuUsage()
  found = []
  for (const one of cases) {
    const { events } = await engine.run(one)
    events.forEach(event => found.push(`${event.type}:${one.id} ${event.params.severity}`))
  }
  const used = process.cpuUsage(start)
  console.log((used.user + used.system) / 1000)
}
writeFileSync(output, found.join('\n'))
