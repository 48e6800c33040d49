import { describe, expect, it } from 'vitest';
import { deploymentOptions } from '#infra/config/deployment-options.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const contextOf = (values: Record<string, unknown>) => ({ tryGetContext: (name: string) => values[name] });

describe('what is given to cdk with -c', () => {
  it.each([
    { given: { configuration: 'mine.json' }, target: 'account' },
    { given: { configuration: 'mine.json', local: 'false' }, target: 'account' },
    { given: { configuration: 'mine.json', local: 'true' }, target: 'emulator' },
  ])('$given deploys to the $target', ({ given, target }) => {
    expect(deploymentOptions(contextOf(given))).toEqual({ configurationFile: 'mine.json', target });
  });

  it.each([{}, { configuration: '' }, { configuration: 7 }])(
    '%o names no configuration and is refused',
    (given) => {
      expect(() => deploymentOptions(contextOf(given))).toThrow(
        new ConfigurationProblem(
          'No configuration was named. Add -c configuration=<file>, for example -c configuration=infra/config/example.json.',
        ),
      );
    },
  );

  it('refuses a local that is neither true nor false', () => {
    expect(() => deploymentOptions(contextOf({ configuration: 'mine.json', local: 'yes' }))).toThrow(
      '-c local=yes is neither true nor false. Leave it out to deploy to an AWS account.',
    );
  });
});
