import { describe, expect, it } from 'vitest';
import { showDemo } from '#infra/local/demo/show-demo.ts';
import { miniStackAccountId } from '#infra/local/emulator/emulator.ts';
import { DeployedSystem } from './deployed-system.ts';
import { GrantedPermissions } from './granted-permissions.ts';

const system = new DeployedSystem();
const permissions = new GrantedPermissions(system);

/** Runs the demo of `npm start` on the deployed stack; answers whether it succeeded, and what it printed. */
async function runDemo(): Promise<{ succeeded: boolean; printed: string }> {
  let printed = '';
  const terminal = {
    interactive: false,
    columns: 80,
    write: (text: string) => {
      printed += text;
    },
  };
  const local = {
    stack: system.stack,
    emulator: {
      endpoint: system.stack.awsEndpoint,
      region: system.stack.region,
      accountId: miniStackAccountId,
      credentials: system.credentials,
      description: 'the stack under test',
      stop: async () => undefined,
    },
    stop: async () => undefined,
  };
  const succeeded = await showDemo(local, terminal, new AbortController().signal);
  return { succeeded, printed };
}

describe('least privilege', () => {
  it('is enough: the local run succeeds with the roles as deployed', async () => {
    const { succeeded, printed } = await runDemo();
    expect(succeeded, printed).toBe(true);
  });

  it.each([
    { functionName: 'receive-webhook', action: 'events:PutEvents' },
    { functionName: 'receive-webhook', action: 'dynamodb:PutItem' },
    { functionName: 'query-requests', action: 'dynamodb:Query' },
  ])(
    'is needed: without $action for $functionName the local run fails, and names the action',
    async ({ functionName, action }) => {
      await permissions.without(system.stack.functions[functionName] ?? '', action, async () => {
        const { succeeded, printed } = await runDemo();
        expect(succeeded).toBe(false);
        expect(printed).toContain(action);
      });
    },
  );
});
