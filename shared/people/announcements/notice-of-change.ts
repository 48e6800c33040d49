import { displayTime } from '../../approvals/display-time.ts';
import { line } from './line.ts';
import type { Notice } from './notice.ts';
import type { PeopleEvent, PeopleEventOf } from './people-event.ts';

type ChangeEvent = Exclude<PeopleEvent, PeopleEventOf<'PeopleHeld' | 'PeopleRefused' | 'InvitationsOpen'>>;

/** What differs from event to event; who it is and what asked for it is told of all. */
type Told = Pick<Notice, 'title' | 'nextSteps'> & { readonly lines: readonly string[] };

/** What became of one person, or is about to. */
export function noticeOfChange(event: ChangeEvent): Notice {
  const { email, source, ticket, changeId } = event.detail;
  const { title, lines, nextSteps } = told(event);
  return {
    title,
    lines: lines.map(line),
    notShown: 0,
    facts: [
      { label: 'Person', text: email },
      ...(ticket === undefined ? [] : [{ label: 'Ticket', text: line(ticket) }]),
      { label: 'Source', text: line(source) },
      { label: 'Change', text: changeId },
    ],
    nextSteps,
  };
}

function told(event: ChangeEvent): Told {
  const { email } = event.detail;
  switch (event.type) {
    case 'PersonChangeDue': {
      const { kind, dueAt } = event.detail;
      return {
        title: `${email} ${kind === 'onboard' ? 'joins' : 'leaves'} on ${displayTime(new Date(dueAt))}`,
        lines: [],
        nextSteps: [`To call it off: npm run cli -- people cancel ${email}`],
      };
    }
    case 'UserOnboarded':
      return {
        title: `${email} is onboarded`,
        lines: event.detail.steps.map(doneLine),
        nextSteps: [],
      };
    case 'UserOffboarded': {
      const { undoUntil, steps } = event.detail;
      return {
        title: `${email} is offboarded`,
        lines: steps.map(doneLine),
        nextSteps:
          undoUntil === undefined
            ? []
            : [`Until ${displayTime(new Date(undoUntil))}: npm run cli -- people undo ${email}`],
      };
    }
    case 'OnboardingIncomplete':
      return { title: `${email} lacks something of their profile`, ...openSteps(event.detail) };
    case 'OffboardingIncomplete':
      return { title: `${email} may still get in somewhere`, ...openSteps(event.detail) };
    case 'OffboardingUndone': {
      const { open, undoneBy } = event.detail;
      const rest = open.length > 0 ? ', but for what is named here' : '';
      return {
        title: `The offboarding of ${email} is undone${rest}`,
        lines: [`undone by ${undoneBy}`, ...open.map(openLine)],
        nextSteps: [],
      };
    }
  }
}

function openSteps({
  open,
  nextAttemptAt,
}: PeopleEventOf<'OffboardingIncomplete'>['detail']): Omit<Told, 'title'> {
  return {
    lines: open.map(openLine),
    nextSteps: [
      nextAttemptAt === undefined
        ? 'It is not tried again by itself: a person has to act.'
        : `It is tried again ${displayTime(new Date(nextAttemptAt))}.`,
    ],
  };
}

function doneLine({
  step,
  organisation,
  summary,
}: PeopleEventOf<'UserOnboarded'>['detail']['steps'][number]) {
  return `${step} (${organisation}): ${summary}`;
}

function openLine({
  step,
  organisation,
  reason,
}: PeopleEventOf<'OffboardingIncomplete'>['detail']['open'][number]) {
  return `${step} (${organisation}): ${reason}`;
}
