import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { grantsOf, resourcesOf } from '../policies.ts';

/** The whole of what a function may do. */
export interface FunctionPermissions {
  readonly name: string;
  /** Its role's logical id, or the beginning of it. */
  readonly role: string;
  /** By call: the resources, by a part of their names. */
  readonly may: Readonly<Record<string, readonly string[]>>;
  /** Services through which it may use the deployment's key. */
  readonly keyThrough: readonly string[];
  /** Parts of resources whose names end in a wildcard, because they cannot be told before. @default none */
  readonly wildcards?: readonly string[];
}

/** Tests that functions may do just this, and nothing else. */
export function describePermissions(template: Template, functions: readonly FunctionPermissions[]): void {
  describe.each(functions)('$name', ({ role, may, keyThrough, wildcards = [] }) => {
    const grants = grantsOf(template, role);
    const ofKey = grants.filter(({ action }) => action.startsWith('kms:'));

    it('may make exactly these calls', () => {
      const actions = new Set(grants.filter((grant) => !ofKey.includes(grant)).map(({ action }) => action));
      expect([...actions].toSorted()).toEqual(Object.keys(may).toSorted());
    });

    it.each(Object.entries(may))('may call %s on nothing but %s', (action, names) => {
      const resources = resourcesOf(grants, action);
      expect(resources).toHaveLength(names.length);
      for (const name of names) expect(resources).toContainEqual(expect.stringContaining(name));
    });

    it(`uses the key only through ${keyThrough.join(', ')}`, () => {
      expect(ofKey).not.toHaveLength(0);
      for (const { resources, condition } of ofKey) {
        expect(resources).toEqual([expect.stringContaining('EncryptionKey')]);
        const services = ['dynamodb', 's3', 'secretsmanager', 'sns', 'sqs', 'ssm'].filter((service) =>
          condition.includes(service),
        );
        expect(keyThrough).toEqual(expect.arrayContaining(services));
        expect(condition).toContain('kms:ViaService');
      }
    });

    it(`has no wildcard${wildcards.length > 0 ? ` but for ${wildcards.join(', ')}` : ''}`, () => {
      for (const { action, resources } of grants) {
        expect(action).not.toContain('*');
        for (const resource of resources) {
          if (wildcards.some((part) => resource.includes(part))) continue;
          expect(resource).not.toContain('*');
        }
      }
    });
  });
}
