import { counted } from '../../approvals/counted.ts';
import { displayTime } from '../../approvals/display-time.ts';
import { line } from './line.ts';
import type { Notice } from './notice.ts';
import type { PeopleEventOf } from './people-event.ts';

/** A file or ticket of which something is held, or was refused. */
export function noticeOfBatch(event: PeopleEventOf<'PeopleHeld' | 'PeopleRefused'>): Notice {
  return event.type === 'PeopleHeld' ? held(event.detail) : refused(event.detail);
}

function held({
  batchId,
  source,
  origin,
  heldCount,
  fuses,
  doneBy,
}: PeopleEventOf<'PeopleHeld'>['detail']): Notice {
  return {
    title: `${counted(heldCount, 'change about a person waits', 'changes about people wait')} for approval`,
    lines: fuses.map(({ fuse, explanation, people }) =>
      line(`${fuse}${people > 0 ? ` (${counted(people, 'person', 'people')})` : ''}: ${explanation}`),
    ),
    notShown: 0,
    facts: [
      ...origins(source, origin),
      { label: 'Batch', text: batchId },
      ...(doneBy === undefined
        ? []
        : [{ label: 'Done by, if approved now', text: displayTime(new Date(doneBy)) }]),
    ],
    nextSteps: [
      'Nothing of it happens before a person decides.',
      `npm run cli -- people approve ${batchId}`,
      `npm run cli -- people reject ${batchId}`,
    ],
  };
}

function refused({
  source,
  origin,
  refusedCount,
  examples,
}: PeopleEventOf<'PeopleRefused'>['detail']): Notice {
  return {
    title: `${counted(refusedCount, 'row or ticket about a person was', 'rows or tickets about people were')} not accepted`,
    lines: examples.map(({ row, reason, explanation }) =>
      line(`${row === undefined ? '' : `row ${row}, `}${reason}: ${explanation}`),
    ),
    notShown: refusedCount - examples.length,
    facts: origins(source, origin),
    nextSteps: ['For these people nothing happens. Correct what is wrong there, and send it again.'],
  };
}

function origins(source: string, origin: string): Notice['facts'] {
  return [
    { label: 'Source', text: line(source) },
    { label: 'File or ticket', text: line(origin) },
  ];
}
