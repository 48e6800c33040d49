import type { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const policySchema = z.object({
  Properties: z.object({
    Roles: z.tuple([z.object({ Ref: z.string() })]),
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Action: oneOrMore,
          Resource: z.unknown().transform((value) => [value].flat()),
          Condition: z.unknown().optional(),
        }),
      ),
    }),
  }),
});

export interface Grant {
  readonly action: string;
  /** As it stands in the template, in JSON: a reference that contains the construct's name. */
  readonly resources: readonly string[];
  readonly condition: string;
}

/** What the role may do whose logical id begins with `rolePrefix`: `ReceiveWebhookRole`. One entry per action and statement. */
export function grantsOf(template: Template, rolePrefix: string): Grant[] {
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .map((policy) => policySchema.parse(policy).Properties)
    .filter(({ Roles: [role] }) => role.Ref.startsWith(rolePrefix))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource, Condition }) =>
      Action.map((action) => ({
        action,
        resources: Resource.map((resource) => JSON.stringify(resource)),
        condition: JSON.stringify(Condition ?? {}),
      })),
    );
}

/** Every resource on which `action` is granted. */
export function resourcesOf(grants: readonly Grant[], action: string): string[] {
  return grants.filter((grant) => grant.action === action).flatMap((grant) => grant.resources);
}
