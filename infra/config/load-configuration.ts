import { getNodeValue } from 'jsonc-parser';
import {
  type DeploymentConfiguration,
  deploymentConfigurationSchema,
} from '#shared/config/deployment-configuration.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { type ConfigurationFile, placeInText, readConfigurationFile } from './configuration-file.ts';
import { repeatedNames } from './repeated-names.ts';
import { pathInWords, type SettingProblem, settingProblems } from './setting-problem.ts';

/**
 * Reads and checks the configuration of one deployment; what is left out has its default.
 * @throws ConfigurationProblem whose message lists every problem: file, line, setting, value found, what is allowed.
 */
export function loadConfiguration(path: string): DeploymentConfiguration {
  const file = readConfigurationFile(path);
  const repeated = repeatedNames(file.tree);
  if (repeated.length > 0) {
    // Which of the two was meant is unknown, so nothing more can be said about either.
    throw problemIn(
      file,
      repeated.map(({ path: name, offset }) => ({
        path: pathInWords(name),
        explanation: 'is given twice; keep one of them',
        offset,
      })),
    );
  }
  const parsed = deploymentConfigurationSchema.safeParse(getNodeValue(file.tree));
  if (parsed.success) return parsed.data;
  throw problemIn(
    file,
    parsed.error.issues.flatMap((issue) => settingProblems(issue, file.tree)),
  );
}

function problemIn(file: ConfigurationFile, problems: readonly SettingProblem[]): ConfigurationProblem {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = problems
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ path, explanation, offset }) => {
      return `  ${placeInText(file.path, file.text, offset)}  ${path}: ${explanation}`;
    });
  return new ConfigurationProblem([`The configuration ${file.path} has ${count}:`, ...lines].join('\n'));
}
