import { secretNames } from '../aws/secret-names.ts';
import type { HttpClient } from '../cisco/http/http-client.ts';
import type { LifecycleSource } from '../config/lifecycle-source.ts';
import { lifecycleSourceNameSchema, type StageName } from '../config/names.ts';
import type { TicketComments as TicketCommentSettings } from '../config/ticket-comments.ts';
import type { SecretReader } from '../credentials/secret-reader.ts';
import { jiraComments } from './jira-comments.ts';
import { jsonComments } from './json-comments.ts';
import { servicenowComments } from './servicenow-comments.ts';
import type { TicketComments } from './ticket-comments.ts';
import { type TicketSystemClient, ticketSystemClient } from './ticket-system-client.ts';

/** Where the tickets of each source get comments; nothing for a source that is unknown or has none configured. */
export function configuredComments(options: {
  sources: Readonly<Record<string, LifecycleSource>>;
  stage: StageName;
  secrets: SecretReader;
  http: HttpClient;
}): (source: string) => TicketComments | undefined {
  const { sources, stage, secrets, http } = options;
  return (name) => {
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (!source || !('comments' in source) || source.comments === undefined) return undefined;
    const secretName = secretNames.ticketSystem(stage, lifecycleSourceNameSchema.parse(name));
    return commentsAt(source.comments, ticketSystemClient({ http, secrets, secretName }));
  };
}

function commentsAt(settings: TicketCommentSettings, client: TicketSystemClient): TicketComments {
  switch (settings.system) {
    case 'servicenow':
      return servicenowComments(client, settings);
    case 'jira':
      return jiraComments(client, settings);
    case 'json':
      return jsonComments(client, settings);
  }
}
