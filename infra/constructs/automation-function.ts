import { type Duration, RemovalPolicy, type Size } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionEnvironment, FunctionName } from '#shared/lambda/environment.ts';
import type { Deployment } from '../stacks/deployment.ts';
import { acknowledge } from './acknowledge.ts';
import { acknowledgeWildcards } from './acknowledge-wildcards.ts';
import { mayWriteLog } from './permissions.ts';
import { resourceName } from './resource-name.ts';

/** Variables that every function has; they are filled in here. */
type CommonVariable = 'STAGE' | 'POWERTOOLS_SERVICE_NAME';

export interface AutomationFunctionProps<Name extends FunctionName> {
  /** Its folder under `functions/`; also its name in the account. */
  readonly name: Name;
  readonly description: string;
  readonly memory: Size;
  readonly timeout: Duration;
  /** Exactly what the function checks at its start (`shared/lambda/environment.ts`). */
  readonly environment: {
    readonly [Variable in Exclude<keyof FunctionEnvironment<Name>, CommonVariable>]: string;
  };
  /** Everything its role may do, apart from writing its own log. */
  readonly permissions: readonly PolicyStatement[];
  /**
   * Why some of the permissions are for more resources than can be named.
   * @default every one names its resources.
   */
  readonly whyWildcards?: string;
  /** Encrypts its log. */
  readonly key: IKey;
  /**
   * Takes the event when an asynchronous invocation failed for good.
   * @default none: every caller waits for the answer and deals with a failure itself.
   */
  readonly deadLetterQueue?: IQueue;
  /** @default as many at once as the account allows. */
  readonly reservedConcurrency?: number;
}

/** How a function is made here: the same runtime, log, role and source maps for all of them. */
export class AutomationFunction<Name extends FunctionName = FunctionName> extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, deployment: Deployment, props: AutomationFunctionProps<Name>) {
    super(scope, id);
    const { stage, logRetentionDays } = deployment.configuration;

    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/scc-automations/${stage}/${props.name}`,
      encryptionKey: props.key,
      retention: logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${props.name} may do`,
    });
    for (const statement of [mayWriteLog(logGroup), ...props.permissions]) role.addToPolicy(statement);
    if (props.whyWildcards) acknowledgeWildcards(role, props.permissions, props.whyWildcards);

    const environment: Record<CommonVariable | 'NODE_OPTIONS', string> = {
      STAGE: stage,
      POWERTOOLS_SERVICE_NAME: props.name,
      NODE_OPTIONS: '--enable-source-maps',
    };
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: resourceName(stage, props.name),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleOf(deployment, props.name)),
      handler: 'index.handler',
      memorySize: props.memory.toMebibytes(),
      timeout: props.timeout,
      environment: { ...environment, ...props.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      ...(props.deadLetterQueue && { deadLetterQueue: props.deadLetterQueue }),
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
    });
    acknowledge(this.lambda, {
      'Serverless-LambdaTracing':
        'X-Ray takes traces only from roles that may write to every resource (*). Logs carry the request id through all functions instead.',
      ...(!props.deadLetterQueue && {
        'Serverless-LambdaDLQ': 'It is invoked synchronously only: whoever calls it sees the failure.',
      }),
    });
  }
}

function bundleOf({ bundles }: Deployment, name: FunctionName): string {
  const directory = bundles.get(name);
  if (directory !== undefined) return directory;
  throw new Error(`${name} was not bundled: configured-functions.ts does not count it among the functions`);
}
