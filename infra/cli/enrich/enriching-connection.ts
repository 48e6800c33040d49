import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { WrongUsage } from '../wrong-usage.ts';

/**
 * Through which connection to ask: the one that was named, else the only one that takes lists of indicators and may
 * ask XDR. Whether a named one exists is found out where its secret is read.
 * @throws WrongUsage that lists them when there is none or a choice
 */
export function enrichingConnection(
  named: string | undefined,
  { connections }: Pick<DeploymentConfiguration, 'connections'>,
): string {
  if (named !== undefined) return named;
  const fitting = Object.entries(connections)
    .filter(([, { kind, enrichment }]) => kind === 'ioc-list' && enrichment !== undefined)
    .map(([name]) => name);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  throw new WrongUsage(
    only === undefined
      ? 'No connection of the kind ioc-list has "enrichment" in the configuration: add it to one and deploy.'
      : `Name one with --connection: ${fitting.join(', ')}.`,
  );
}
