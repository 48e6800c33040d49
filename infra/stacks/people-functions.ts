import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AutomationFunction } from '../constructs/automation-function.ts';
import type { PeopleFilesBucket } from '../constructs/people-files-bucket.ts';
import { PersonTasks } from '../constructs/person-tasks.ts';
import { ChangePeopleFunction } from '../functions/change-people.ts';
import { CheckInvitationsFunction } from '../functions/check-invitations.ts';
import { configuredFunctions } from '../functions/configured-functions.ts';
import { OffboardUserFunction } from '../functions/offboard-user.ts';
import { OnboardUserFunction } from '../functions/onboard-user.ts';
import { PlanPeopleChangesFunction } from '../functions/plan-people-changes.ts';
import { QueryPeopleFunction } from '../functions/query-people.ts';
import { ReceivePeopleChangeFunction } from '../functions/receive-people-change.ts';
import type { Deployment } from './deployment.ts';
import type { StateStack } from './state-stack.ts';

/** Everything about people who join and leave. */
export interface PeopleFunctions {
  readonly tasks: PersonTasks;
  readonly query: QueryPeopleFunction;
  readonly change: ChangePeopleFunction;
  /** Only where a source has an address. */
  readonly receive: ReceivePeopleChangeFunction | undefined;
  readonly all: readonly AutomationFunction[];
}

/** Makes them in a stack. */
export function peopleFunctions(
  scope: Construct,
  deployment: Deployment,
  props: { state: StateStack; files: PeopleFilesBucket; alarmTopic: ITopic; minter: IFunction },
): PeopleFunctions {
  const { state, alarmTopic, minter } = props;
  const tasks = new PersonTasks(scope, 'People', deployment, { state, alarmTopic });
  const common = { ...props, tasks };
  const plan = new PlanPeopleChangesFunction(scope, deployment, common);
  const onboard = new OnboardUserFunction(scope, deployment, common);
  const offboard = new OffboardUserFunction(scope, deployment, { ...common, minter });
  const check = new CheckInvitationsFunction(scope, deployment, common);
  const query = new QueryPeopleFunction(scope, deployment, common);
  const change = new ChangePeopleFunction(scope, deployment, common);
  const receive = configuredFunctions(deployment.configuration).has('receive-people-change')
    ? new ReceivePeopleChangeFunction(scope, deployment, common)
    : undefined;
  return {
    tasks,
    query,
    change,
    receive,
    all: [plan, onboard, offboard, check, query, change, ...(receive ? [receive] : [])],
  };
}
