import { organisationNameSchema } from '#shared/config/names.ts';
import type { OutgoingEvent } from '#shared/events/event-publisher.ts';
import type { PersonChange } from '#shared/people/changes/person-change.ts';
import { personTaskSchema } from '#shared/people/changes/person-task.ts';
import { offboardingHandlers } from '#shared/people/offboarding/offboarding-handlers.ts';
import type { OffboardingPlaces } from '#shared/people/offboarding/offboarding-places.ts';
import type { StepName, StepRecord } from '#shared/people/steps/step-record.ts';
import { workTask } from '#shared/people/working/work-task.ts';
import type { WorkingPorts } from '#shared/people/working/working-ports.ts';
import { Mortality } from '#test/mortality.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { InMemoryPeopleChanges } from '../changes/in-memory-people-changes.ts';
import { InMemoryStepJournal } from '../changes/in-memory-step-journal.ts';
import { InMemoryTaskSchedule } from '../changes/in-memory-task-schedule.ts';
import { personChange, plannedWhenDue } from '../changes/person-changes.ts';
import { leaver } from '../lifecycle/lifecycle-requests.ts';
import { peopleSettings } from '../lifecycle/people-settings.ts';
import { ada, InMemoryPlaces } from './in-memory-places.ts';

const corp = organisationNameSchema.parse('corp');

/** Ada, who leaves one organisation, with a worker who may die; all of it in memory, and time passes in waits only. */
export class LeaverInMemory {
  readonly time = new AdvancingTime();
  readonly there = new InMemoryPlaces();
  readonly published: OutgoingEvent[] = [];
  readonly unexpected: unknown[] = [];
  readonly schedule = new InMemoryTaskSchedule();
  readonly planned: PersonChange;
  readonly changes: InMemoryPeopleChanges;
  readonly journal = new InMemoryStepJournal();
  readonly settings = peopleSettings();

  constructor() {
    const request = leaver(ada, this.time.now());
    this.planned = personChange(request, plannedWhenDue(request));
    this.changes = new InMemoryPeopleChanges([this.planned]);
  }

  /** A fresh worker does a task; all it knows of earlier ones is in the ports. */
  work(
    task: 'carry-out' | 'remove' | 'undo',
    { life = new Mortality(), stopAt = new Date('2030-01-01T00:00:00Z') } = {},
  ) {
    const ports: WorkingPorts = {
      changes: life.mortal(this.changes, 'changes'),
      journal: life.mortal(this.journal, 'journal'),
      schedule: life.mortal(this.schedule, 'schedule'),
      events: life.mortal(
        {
          publish: async (events) => {
            this.published.push(...events);
          },
        },
        'events',
      ),
      clock: this.time,
      sleep: this.time.sleep,
      stopAt,
      timeZone: this.settings.timeZone,
      reportUnexpected: (error) => this.unexpected.push(error),
    };
    return workTask(
      personTaskSchema.parse({
        ...{ version: 1, worker: 'offboard', task, email: ada },
        changeId: this.planned.changeId,
      }),
      offboardingHandlers(new Map([[corp, mortalPlaces(life, this.there.places)]]), this.settings),
      ports,
    );
  }

  async standing() {
    return (await this.changes.find(ada))?.standing;
  }

  /** Moves the current change on, as the planner does. */
  async move(to: PersonChange['standing']): Promise<void> {
    const current = await this.changes.find(ada);
    if (current) await this.changes.move(current, to);
  }

  async step(name: StepName): Promise<StepRecord | undefined> {
    return (await this.journal.read(this.planned.changeId)).find(({ step }) => step === name);
  }

  /** What was published, as `UserOffboarded`, without repeats. */
  events(): string[] {
    const byId = new Map(
      this.published.map(({ detailType, detail }) => ['eventId' in detail ? detail.eventId : '', detailType]),
    );
    return [...byId.values()];
  }
}

function mortalPlaces(life: Mortality, places: OffboardingPlaces): OffboardingPlaces {
  return {
    directory: life.mortal(places.directory, 'directory'),
    groups: life.mortal(places.groups, 'groups'),
    roles: life.mortal(places.roles, 'roles'),
    firewallAccounts: places.firewallAccounts && life.mortal(places.firewallAccounts, 'accounts'),
    vpnSessions: places.vpnSessions && life.mortal(places.vpnSessions, 'vpn'),
    firewallVpnSessions: places.firewallVpnSessions && life.mortal(places.firewallVpnSessions, 'firewalls'),
    certifiedDevices: places.certifiedDevices && life.mortal(places.certifiedDevices, 'devices'),
    ownedCredentials: places.ownedCredentials,
  };
}
