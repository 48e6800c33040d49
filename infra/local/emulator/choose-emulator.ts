import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { isDockerThere } from './ministack-in-docker.ts';
import { findPython } from './python.ts';

/** Which emulator this machine can run. */
export type EmulatorChoice =
  | { readonly kind: 'existing'; readonly endpointUrl: string }
  | { readonly kind: 'python'; readonly python: string }
  | { readonly kind: 'docker' };

/**
 * An emulator that is running already comes first, then Python, then Docker.
 * @throws ConfigurationProblem saying what to install when there is none of them.
 */
export async function chooseEmulator(environment: NodeJS.ProcessEnv): Promise<EmulatorChoice> {
  if (environment.AWS_ENDPOINT_URL) return { kind: 'existing', endpointUrl: environment.AWS_ENDPOINT_URL };
  const python = await findPython(environment);
  if (python !== undefined) return { kind: 'python', python };
  if (await isDockerThere(environment)) return { kind: 'docker' };
  throw new ConfigurationProblem(
    'The local AWS emulator needs Python 3.10 or newer with its venv module (on Debian and Ubuntu: apt install python3 python3-venv), or a running Docker engine; neither was found. Install one of them, or set AWS_ENDPOINT_URL to an emulator that is running.',
  );
}
