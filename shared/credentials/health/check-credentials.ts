import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import { type OrganisationName, organisationNameSchema } from '../../config/names.ts';
import type { Organisation } from '../../config/organisation.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { assessCredential } from './assess-credential.ts';
import type { BrokenCheck } from './broken-check.ts';
import { credentialsOf } from './configured-credentials.ts';
import { credentialLimits } from './credential-limits.ts';
import type { CredentialObservation } from './credential-observation.ts';
import type { HealthPorts } from './health-ports.ts';
import type { HealthReport } from './health-report.ts';
import { observeOrganisation } from './observe-organisation.ts';

/**
 * Looks at every credential of one organisation or of all, and reports on each: one that could not be looked at
 * has its line too.
 * @throws ConfigurationProblem when the configuration has no organisation of that name
 */
export async function checkCredentials(
  configuration: DeploymentConfiguration,
  only: OrganisationName | undefined,
  ports: HealthPorts,
): Promise<{ report: HealthReport; broken: BrokenCheck[] }> {
  const broken: BrokenCheck[] = [];
  const checked = await Promise.all(
    organisationsToCheck(configuration, only).map(async ([name, organisation]) => {
      const observations = await observeOrganisation(name, organisation, configuration, ports, (check) =>
        broken.push(check),
      );
      return credentialsOf(name, organisation).flatMap(({ kind }) =>
        observations
          .filter(({ credential }) => credential.kind === kind)
          .map((one) => assess(one, organisation)),
      );
    }),
  );
  const checkedAt = ports.clock.now().toISOString();
  return { report: { version: 1, stage: ports.stage, checkedAt, credentials: checked.flat() }, broken };

  function assess(observation: CredentialObservation, organisation: Organisation) {
    const limits = credentialLimits(observation.credential.kind, organisation);
    return assessCredential(observation, limits, ports.clock.now());
  }
}

function organisationsToCheck(
  { organisations }: DeploymentConfiguration,
  only: OrganisationName | undefined,
): [OrganisationName, Organisation][] {
  const all = Object.entries(organisations).map(([name, organisation]): [OrganisationName, Organisation] => [
    organisationNameSchema.parse(name),
    organisation,
  ]);
  if (only === undefined) return all;
  const wanted = all.filter(([name]) => name === only);
  if (wanted.length > 0) return wanted;
  throw new ConfigurationProblem(
    `The configuration has no organisation "${only}", only: ${Object.keys(organisations).join(', ')}.`,
  );
}
