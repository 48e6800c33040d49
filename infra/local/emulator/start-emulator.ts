import { emulatorVenv, type StateFolder } from '../state-folder.ts';
import type { StepReport } from '../terminal/steps.ts';
import { chooseEmulator } from './choose-emulator.ts';
import type { Emulator } from './emulator.ts';
import { childEnvironment } from './emulator-environment.ts';
import { useExistingEmulator } from './existing-emulator.ts';
import { installEmulator, isInstalled } from './install.ts';
import { startMiniStack } from './ministack.ts';
import { startMiniStackInDocker } from './ministack-in-docker.ts';

export interface EmulatorRequest {
  readonly port: number;
  readonly folder: StateFolder;
  readonly environment: NodeJS.ProcessEnv;
  readonly steps: StepReport;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings up the AWS emulator that this machine can run, and installs it where that is still to be done.
 * @throws ConfigurationProblem when there is nothing to run one with; GiveUp when it does not start.
 */
export async function startEmulator(request: EmulatorRequest): Promise<Emulator> {
  const { port, folder, environment, steps, signal } = request;
  const choice = await chooseEmulator(environment);
  if (choice.kind === 'python') {
    await steps.step('Emulator package', async () => {
      if (await isInstalled(emulatorVenv)) return { result: undefined, detail: `${emulatorVenv}, as it was` };
      await installEmulator({
        venv: emulatorVenv,
        python: choice.python,
        environment: childEnvironment({}, environment),
        logFile: folder.installLog,
        signal,
      });
      return { result: undefined, detail: `${emulatorVenv}, installed with hashes checked` };
    });
  }
  return steps.step('AWS emulator', async () => {
    const result = await start();
    return { result, detail: result.description };
  });

  function start(): Promise<Emulator> {
    switch (choice.kind) {
      case 'existing':
        return useExistingEmulator(choice.endpointUrl, environment);
      case 'python':
        return startMiniStack(port, folder, signal);
      case 'docker':
        return startMiniStackInDocker(port, folder, childEnvironment({}, environment), signal);
    }
  }
}
