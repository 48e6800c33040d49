import { delimiter, dirname } from 'node:path';
import { localRegion, miniStackRoot } from './emulator.ts';

/** The release that `requirements.txt` pins and the Docker image is tagged with. */
export const miniStackVersion = '1.5.33';

/**
 * Invocations that may run at once in the whole emulator. Each has its own Node process there, so that without
 * a limit a burst becomes a swarm of cold starts.
 */
const concurrentInvocations = 16;

/**
 * Settings of MiniStack, the same whether it runs as a process or in Docker.
 * @see https://github.com/ministackorg/ministack#configuration
 */
export function miniStackSettings(port: number): Record<string, string> {
  return {
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: 'localhost',
    MINISTACK_REGION: localRegion,
    // IAM is enforced: a grant that is missing in the stack fails here as it would in AWS.
    AUTH: 'true',
    AWS_ACCESS_KEY_ID: miniStackRoot.accessKeyId,
    AWS_SECRET_ACCESS_KEY: miniStackRoot.secretAccessKey,
    AWS_DEFAULT_REGION: localRegion,
    LAMBDA_ACCOUNT_CONCURRENCY: String(concurrentInvocations),
    // Services with ports of their own, which nothing here uses.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
  };
}

/**
 * The environment of a child process that talks to an emulator or is one: the caller's, without any setting that
 * could lead to a real AWS account, and with this Node first on the path, since functions run in the `node` found there.
 */
export function childEnvironment(
  settings: Record<string, string>,
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(
    ([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_') && name !== 'NODE_OPTIONS',
  );
  return {
    ...Object.fromEntries(kept),
    ...settings,
    PATH: [dirname(process.execPath), inherited.PATH].filter((part) => part).join(delimiter),
  };
}
