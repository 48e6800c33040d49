import { RetryLater } from '#shared/errors/retry-later.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import type { EmailAddress } from '#shared/people/email-address.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { OrganisationFacts } from '#shared/people/planning/people-facts.ts';
import { planPeopleChange } from '#shared/people/planning/plan-people-change.ts';
import type { PlannerCommand } from '#shared/people/planning/planner-command.ts';
import type { PlannerPorts } from '#shared/people/planning/planner-ports.ts';
import { InMemoryPeopleChanges } from '../changes/in-memory-people-changes.ts';
import { InMemoryRecordedBatches } from '../changes/in-memory-recorded-batches.ts';
import { InMemoryStepJournal } from '../changes/in-memory-step-journal.ts';
import { InMemoryTaskSchedule } from '../changes/in-memory-task-schedule.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';

const millisecondsPerRequest = 6_000;

/** The planner over what is kept in memory, at a time that the test moves. */
export class PlannerBench {
  now: Date;
  readonly settings: ReturnType<typeof peopleSettings>;
  readonly changes: InMemoryPeopleChanges;
  readonly batches = new InMemoryRecordedBatches();
  readonly tasks = new InMemoryTaskSchedule();
  readonly journal = new InMemoryStepJournal();
  readonly published: OutgoingEvent[] = [];
  readonly files = new Map<string, string>();
  facts: () => OrganisationFacts = () => ({ peopleCount: 2_000, administrators: [] });
  /** Writes that are done before one is lost with the planner; all, where it is not set. */
  writesBeforeCrash = Number.POSITIVE_INFINITY;
  #eventCount = 0;

  constructor(
    now: string,
    options: { settings?: Parameters<typeof peopleSettings>[0]; changes?: readonly PersonChange[] } = {},
  ) {
    this.now = new Date(now);
    this.settings = peopleSettings(options.settings);
    this.changes = new InMemoryPeopleChanges(options.changes);
  }

  /** A file that is dropped now; its text is what it holds. */
  dropped(key: string, text: string): PlannerCommand {
    this.files.set(key, text);
    this.#eventCount += 1;
    return { kind: 'file-dropped', file: { key, sequence: String(this.#eventCount) }, heardAt: this.now };
  }

  /** A command that is published now. */
  command(type: string, detail: object, source = 'corp.hr'): PlannerCommand {
    this.#eventCount += 1;
    const event = {
      id: `event-${this.#eventCount}`,
      source,
      'detail-type': type,
      time: this.now.toISOString(),
      detail: { version: 1, ...detail },
    };
    return { kind: 'command', event, heardAt: this.now };
  }

  plan(command: PlannerCommand, { mayWait = false } = {}) {
    return planPeopleChange(command, this.ports(), { mayWait });
  }

  /** The current change of a person; the test fails where there is none. */
  async changeOf(email: string): Promise<PersonChange> {
    const change = await this.changes.find(address(email));
    if (!change) throw new Error(`There is no change of ${email}.`);
    return change;
  }

  /** What was published of one type. */
  details(type: OutgoingEvent['detailType']): object[] {
    return this.published.filter(({ detailType }) => detailType === type).map(({ detail }) => detail);
  }

  /** What waits to begin, and when: `carry-out ada@corp.example 2026-…`. */
  waitingTasks(): string[] {
    return this.tasks
      .waiting()
      .map(({ task: { task, email }, at }) => `${task} ${email} ${at.toISOString()}`);
  }

  /** The real planner's ports, kept in memory. */
  ports(): PlannerPorts {
    return {
      changes: crashing(this.changes, ['begin', 'move'], () => this.#write()),
      batches: crashing(this.batches, ['record', 'decide', 'keepRoster'], () => this.#write()),
      tasks: crashing(this.tasks, ['set', 'cancel'], () => this.#write()),
      journal: this.journal,
      events: {
        publish: async (events) => {
          this.#write();
          this.published.push(...events);
        },
      },
      files: {
        read: async ({ key }) => {
          const text = this.files.get(key);
          return text === undefined ? undefined : Buffer.from(text);
        },
      },
      facts: { read: async () => this.facts() },
      clock: { now: () => this.now },
      settings: this.settings,
      pace: { requestsPerLeaver: this.settings.requestsPerLeaver, millisecondsPerRequest },
    };
  }

  #write(): void {
    this.writesBeforeCrash -= 1;
    if (this.writesBeforeCrash < 0) throw new Crash();
  }
}

/** The planner's process ends. */
export class Crash extends RetryLater {
  constructor() {
    super('The process has ended.');
  }
}

export function address(email: string): EmailAddress {
  return emailAddressSchema.parse(email);
}

/** The same port, of which some calls tell before they write. */
function crashing<Port extends object>(
  port: Port,
  writes: readonly (keyof Port)[],
  beforeWrite: () => void,
): Port {
  return new Proxy(port, {
    get(target, name) {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => {
        if (writes.some((write) => write === name)) beforeWrite();
        return Reflect.apply(member, target, values);
      };
    },
  });
}
