import { credentialIdText } from './credential-id.ts';
import type { CredentialHealth, HealthReport } from './health-report.ts';

const columns = ['Credential', 'Works', 'Days left', 'Age in days', 'Scopes'];

/** The report as Markdown: a sentence, a table, and what a person must do. */
export function renderReport(report: HealthReport): string {
  const needy = report.credentials.filter(({ risks }) => risks.length > 0);
  const unexplained = report.credentials.filter(
    ({ risks, explanation }) => risks.length === 0 && explanation !== undefined,
  );
  const blocks = [
    `# Credentials of ${report.stage}, ${report.checkedAt}`,
    summary(needy.length, report.credentials.length),
    table(report.credentials),
    ...section(
      'To do',
      needy.flatMap(({ risks }) => risks.map(({ message }) => message)),
    ),
    ...section(
      'Not known',
      unexplained.map((health) => `${credentialIdText(health)}: ${health.explanation}`),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function summary(needy: number, all: number): string {
  if (needy === 0) return `Nothing to do for any of ${all}.`;
  return needy === 1 ? `1 of ${all} needs a person.` : `${needy} of ${all} need a person.`;
}

function table(credentials: readonly CredentialHealth[]): string {
  const rows = credentials.map((health) => [
    credentialIdText(health),
    health.works,
    health.daysLeft ?? '',
    health.ageDays ?? '',
    scopes(health),
  ]);
  return [columns, columns.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => inOneLine(String(cell)).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function scopes({ missingScopes, unprovedScopes }: CredentialHealth): string {
  return [
    ...missingScopes.map((scope) => `lacks ${scope}`),
    ...unprovedScopes.map((scope) => `${scope} unknown`),
  ].join(', ');
}

function section(title: string, sentences: readonly string[]): string[] {
  if (sentences.length === 0) return [];
  return [`## ${title}`, sentences.map((sentence) => `- ${inOneLine(sentence)}`).join('\n')];
}

/** Messages quote what clouds answer: their line ends must not end a row or a point of the list. */
function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
