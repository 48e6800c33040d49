import type { ListReconciliation, ReconciliationReport } from './reconciliation-report.ts';

const columns = [
  'List',
  'Result',
  'Entries',
  'Enforced',
  'Gone',
  'Taken over',
  'Rebuilt',
  'Of others',
  'Full',
];

/** The report as Markdown: a sentence, a table, and what a person should know. */
export function renderReconciliation(report: ReconciliationReport): string {
  const notes = report.lists.flatMap(notesOn);
  const complete = report.lists.filter(({ outcome }) => outcome === 'complete').length;
  const blocks = [
    `# Destination lists of ${report.stage}, ${report.endedAt}`,
    `${complete} of ${report.lists.length} compared with the ledger.`,
    table(report.lists),
    ...(notes.length === 0 ? [] : [`## Notes\n\n${notes.map((note) => `- ${inOneLine(note)}`).join('\n')}`]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function table(lists: readonly ListReconciliation[]): string {
  return [columns, columns.map(() => '---'), ...lists.map(rowOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function rowOf(list: ListReconciliation): string[] {
  const named = [list.destinationList, list.outcome];
  if (list.outcome === 'failed' || list.outcome === 'not-reached') {
    return [...named, ...columns.slice(named.length).map(() => '')];
  }
  const { capacity, blocksEnforced, drift } = list;
  const { removedByHand, takenOver, unknownButOurs, notOurs } = drift;
  const numbers = [capacity.entryCount, blocksEnforced, removedByHand, takenOver, unknownButOurs, notOurs];
  return [...named, ...numbers.map(String), capacity.fullOn ?? ''];
}

function notesOn(list: ListReconciliation): string[] {
  const name = `${list.organisation}/${list.destinationList}`;
  if (list.outcome === 'failed') return [`${name}: ${list.explanation}`];
  if (list.outcome === 'not-reached') {
    return [`${name}: the time was over before its turn; the next run begins with it.`];
  }
  const { explanation, enforcement, enforcementReason, capacity } = list;
  const { entryCount, mostEntries, organisationEntryCount, fullOn } = capacity;
  return [
    ...(explanation === undefined ? [] : [`${name}: ${explanation}`]),
    ...(enforcement === 'enforced' ? [] : [`${name} is ${enforcement}: ${enforcementReason}`]),
    ...(capacity.isFilling
      ? [
          `${name} is filling: ${entryCount} of ${mostEntries} entries, ${organisationEntryCount} in the organisation${fullOn === undefined ? '' : `, full on ${fullOn}`}. Give it an overflow list, or shorter leases.`,
        ]
      : []),
  ];
}

/** Reasons quote the names of rules: their line ends must not end a point of the list. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
