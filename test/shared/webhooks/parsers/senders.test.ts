import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectionKinds } from '#shared/config/connection.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { webhookParsers } from '#shared/webhooks/parsers/parsers.ts';
import { readWebhook } from '#shared/webhooks/read-webhook.ts';
import { screenValues } from '#shared/webhooks/screen-values.ts';
import { usualGuard } from '../../iocs/guard/usual-guard.ts';
import { parsingContext } from './parse-body.ts';

/** What is expected of a body in `test/fixtures/webhooks/`. */
interface Sender {
  readonly file: string;
  readonly kind: string;
  readonly settings?: object;
  readonly queued: readonly string[];
  readonly held?: readonly string[];
  /** Values and reasons. */
  readonly rejected?: Readonly<Record<string, string>>;
  /** What was understood beside indicators, with moments as ISO 8601. Left out: as in the row before of the same file. */
  readonly facts?: object;
}

const eicarSha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

const mapping = {
  indicators: "alert.peers[?role=='server'].[ip, name][]",
  text: 'alert.notes',
  eventId: 'alert.uid',
  source: 'alert.rule',
  severity: 'alert.score',
  confidence: 'alert.score',
  link: 'alert.page',
  occurredAt: 'alert.when',
};

const senders: readonly Sender[] = [
  {
    file: 'ioc-list.json',
    kind: 'ioc-list',
    queued: [
      'botnet-panel.example',
      'https://login-check.example/verify?step=2',
      'examplemalwaredomain.com',
      '103.27.202.185',
      '103.245.165.0/24',
    ],
    held: ['https://s3.amazonaws.com/bucket-of-a-stranger/dropper.bin'],
    rejected: {
      '10.0.0.5': 'private-address',
      [eicarSha256]: 'unsupported-type',
      'github.io': 'public-suffix',
      'two words': 'not-an-indicator',
    },
    facts: { source: 'partner-feed', ticket: 'SOC-4711', eventId: 'feed-2026-11-22-001' },
  },
  {
    file: 'splunk-alert.json',
    kind: 'splunk-alert',
    queued: [
      'command-and-control.example',
      'http://internetbadguys.com/login?id=7',
      'http://dropper.example/a',
      'http://dropper.example/b',
    ],
    facts: {
      source: 'Threat - DNS query to a known bad name',
      link: 'https://splunk.corp.example:8000/app/search/@go?sid=scheduler__admin__search__42',
      occurredAt: '2026-11-21T23:59:12.117Z',
    },
  },
  {
    file: 'splunk-es-notable.json',
    kind: 'splunk-es-notable',
    queued: ['botnet-panel.example'],
    facts: {
      eventId: '3F2504E0-4F89-41D3-9A0C-0305E82C3301@@notable@@9f8e7d6c5b4a',
      source: 'Threat activity detected (botnet-panel.example)',
      severity: 'critical',
      link: 'https://splunk.corp.example:8000/app/SplunkEnterpriseSecuritySuite/incident_review?earliest=1',
      occurredAt: '2026-11-22T09:58:03.000Z',
    },
  },
  {
    file: 'splunk-es-notable.json',
    kind: 'splunk-es-notable',
    settings: { freeText: true },
    queued: ['botnet-panel.example'],
    rejected: { 'https://blog.vendor.example/botnet-panel': 'link-in-prose' },
  },
  {
    file: 'splunk-soar.json',
    kind: 'splunk-soar',
    queued: ['https://login-check.example/verify?step=2'],
    rejected: { [eicarSha256]: 'unsupported-type' },
    facts: {
      source: 'Phishing mail with a link',
      ticket: '1207',
      severity: 'medium',
      link: 'https://soar.corp.example/mission/1207',
      occurredAt: '2026-11-22T09:41:12.000Z',
    },
  },
  {
    file: 'sentinel.json',
    kind: 'sentinel',
    queued: ['https://login-check.example/verify?step=2', '103.27.202.185', 'examplebotnetdomain.com'],
    rejected: { '10.20.4.117': 'private-address' },
    facts: {
      eventId: '0d1f6a52-5a7c-4a53-9d2e-1b2c3d4e5f60',
      source: 'Sign-in page of a stranger',
      ticket: '812',
      severity: 'high',
      link: 'https://portal.azure.com/#asset/Incident/7a0c5c1e',
      occurredAt: '2026-11-22T09:52:47.900Z',
    },
  },
  {
    file: 'sentinel.json',
    kind: 'sentinel',
    settings: { freeText: true },
    queued: [
      'https://login-check.example/verify?step=2',
      '103.27.202.185',
      'examplebotnetdomain.com',
      'https://login-check.example/verify',
    ],
    rejected: {
      '10.20.4.117': 'private-address',
      'https://learn.microsoft.com/azure/sentinel/': 'link-in-prose',
    },
  },
  {
    file: 'sentinel.json',
    kind: 'sentinel',
    settings: { indicatorFields: ['Url'] },
    queued: ['https://login-check.example/verify?step=2'],
  },
  {
    file: 'elastic.json',
    kind: 'elastic',
    queued: ['https://internetbadguys.com/gate.php', '103.27.202.185', 'botnet-panel.example'],
    facts: {
      source: 'Threat intelligence match',
      severity: 'high',
      confidence: 85,
      link: 'https://kibana.corp.example/app/security/alerts',
      occurredAt: '2026-11-22T09:57:41.004Z',
    },
  },
  {
    file: 'elastic.json',
    kind: 'elastic',
    settings: { freeText: true, ignoredDomains: ['corp.example'] },
    queued: ['https://internetbadguys.com/gate.php', '103.27.202.185', 'botnet-panel.example'],
    rejected: { 'ws-0423.corp.example': 'ignored-domain' },
  },
  {
    file: 'qradar.json',
    kind: 'qradar',
    queued: ['103.27.202.185', 'https://login-check.example/verify?step=2', 'botnet-panel.example'],
    facts: {
      source: 'Outbound connection to a known botnet containing Firewall Deny',
      ticket: '5521',
      severity: 'high',
      link: 'https://qradar.corp.example/console/qradar/jsp/QRadar.jsp?appName=Sem&pageId=OffenseSummary&summaryId=5521',
      occurredAt: '2026-11-22T09:57:53.000Z',
    },
  },
  {
    file: 'cortex-xsoar.json',
    kind: 'cortex-xsoar',
    queued: ['botnet-panel.example', '103.27.202.185'],
    rejected: { 'corp.example': 'not-rated-bad', 'cdn.example': 'not-rated-bad' },
    facts: {
      source: 'Malware beacon',
      ticket: '90417',
      severity: 'high',
      link: 'https://xsoar.corp.example/#/Details/90417',
      occurredAt: '2026-11-22T09:31:00.500Z',
    },
  },
  {
    file: 'cortex-xsoar.json',
    kind: 'cortex-xsoar',
    settings: { indicatorFields: ['blockindicators'] },
    queued: ['botnet-panel.example', '103.27.202.185', 'dropper.example'],
    rejected: { 'corp.example': 'not-rated-bad', 'cdn.example': 'not-rated-bad' },
  },
  {
    file: 'cortex-xdr.json',
    kind: 'cortex-xdr',
    queued: ['botnet-panel.example', '103.27.202.185'],
    rejected: { '10.20.4.200': 'private-address', [eicarSha256]: 'unsupported-type' },
    facts: {
      source: "'Beacon to a bad name' along with 2 other alerts generated by XDR Agent",
      ticket: '413',
      severity: 'high',
      link: 'https://corp.xdr.eu.paloaltonetworks.com/incident-view?caseId=413',
      occurredAt: '2026-11-22T09:47:53.000Z',
    },
  },
  {
    file: 'thehive-5.json',
    kind: 'thehive',
    queued: ['botnet-panel.example'],
    facts: {
      eventId: '~81924096',
      source: 'Beacons every minute',
      ticket: '51',
      severity: 'critical',
      occurredAt: '2026-11-22T10:00:00.000Z',
    },
  },
  {
    file: 'thehive-5.json',
    kind: 'thehive',
    settings: { freeText: true },
    queued: ['botnet-panel.example', 'http://dropper.example/a'],
    rejected: { '10.20.4.117': 'private-address', 'https://blog.vendor.example/panel': 'link-in-prose' },
  },
  {
    file: 'thehive-4.json',
    kind: 'thehive',
    queued: ['https://login-check.example/verify?step=2'],
    rejected: { 'mail.corp.example': 'not-marked-as-ioc', 'jdoe@corp.example': 'not-marked-as-ioc' },
    facts: {
      source: 'Alert of the mail gateway',
      ticket: 'mail-7731',
      severity: 'medium',
      occurredAt: '2026-11-22T10:00:00.000Z',
    },
  },
  {
    file: 'misp-event.json',
    kind: 'misp',
    queued: ['botnet-panel.example', '103.27.202.185', 'dropper.example', '103.245.165.9'],
    rejected: { 'Global.Example': 'unknown-type', [eicarSha256]: 'unsupported-type' },
    facts: {
      eventId: '6a0f5f2e-6a0e-4c0a-9a1e-0f1e2d3c4b5a',
      source: 'CERT-EXAMPLE',
      ticket: '1893',
      severity: 'medium',
      confidence: 75,
      occurredAt: '2026-11-22T10:00:00.000Z',
    },
  },
  {
    file: 'misp-attribute.json',
    kind: 'misp',
    queued: ['https://login-check.example/verify?step=2'],
    facts: { source: 'MISP', ticket: '1894' },
  },
  {
    file: 'opencti.json',
    kind: 'opencti',
    queued: ['botnet-panel.example'],
    facts: {
      eventId: '1795341600000-0',
      source: 'OpenCTI',
      confidence: 85,
      occurredAt: '2026-11-22T09:50:00.000Z',
    },
  },
  {
    file: 'stix-2.1.json',
    kind: 'opencti',
    queued: [
      'botnet-panel.example',
      'https://login-check.example/verify?step=2',
      "http://dropper.example/it's",
      '103.245.165.0/24',
    ],
    rejected: {
      [eicarSha256]: 'unsupported-type',
      "[network-traffic:dst_ref.value = '103.27.202.185' AND network-traffic:dst_port = 8443]":
        'unsupported-pattern',
      "[domain-name:value = 'last-year.example']": 'expired',
      "[domain-name:value = 'withdrawn.example']": 'revoked',
      'detection: selection': 'unsupported-pattern-type',
    },
    facts: {
      eventId: 'bundle--2f0b5d8e-3c1a-4e6f-8b7d-5a4b3c2d1e0f',
      source: 'CERT-EXAMPLE',
      confidence: 60,
    },
  },
  {
    file: 'stix-2.1.json',
    kind: 'stix',
    queued: [
      'botnet-panel.example',
      'https://login-check.example/verify?step=2',
      "http://dropper.example/it's",
      '103.245.165.0/24',
    ],
    rejected: {
      [eicarSha256]: 'unsupported-type',
      "[network-traffic:dst_ref.value = '103.27.202.185' AND network-traffic:dst_port = 8443]":
        'unsupported-pattern',
      "[domain-name:value = 'last-year.example']": 'expired',
      "[domain-name:value = 'withdrawn.example']": 'revoked',
      'detection: selection': 'unsupported-pattern-type',
    },
  },
  {
    file: 'stix-2.0.json',
    kind: 'stix',
    queued: ['103.27.202.185'],
    rejected: { "[domain-name:value = 'harmless.example']": 'benign' },
    facts: { eventId: 'bundle--7c6b5a49-3827-4165-9048-372615049382' },
  },
  {
    file: 'wazuh.json',
    kind: 'wazuh',
    queued: ['botnet-panel.example', '103.27.202.185'],
    facts: {
      eventId: '1795341511.884213',
      source: 'DNS query to a name of a botnet',
      severity: 'high',
      occurredAt: '2026-11-22T09:58:31.114Z',
    },
  },
  {
    file: 'wazuh.json',
    kind: 'wazuh',
    settings: { freeText: true, ignoredDomains: ['corp.example'] },
    queued: ['botnet-panel.example', '103.27.202.185'],
    rejected: { 'ws-0423.corp.example': 'ignored-domain' },
  },
  {
    file: 'graylog.json',
    kind: 'graylog',
    queued: ['dropper.example', 'http://dropper.example/a', '103.27.202.185'],
    facts: {
      eventId: '01HFVB2M7Q9D0T5X3Z8K6N4C1A',
      source: 'Proxy request to a listed site',
      severity: 'high',
      occurredAt: '2026-11-22T09:57:00.000Z',
    },
  },
  {
    file: 'datadog.json',
    kind: 'datadog',
    queued: ['botnet-panel.example', 'dropper.example', '103.27.202.185'],
    facts: {
      eventId: '7412345678901234567',
      source: '[Triggered] Known bad name resolved',
      ticket: 'AQAAAYc1',
      severity: 'high',
      link: 'https://app.datadoghq.com/event/event?id=7412345678901234567',
      occurredAt: '2026-11-22T09:58:31.000Z',
    },
  },
  {
    file: 'pagerduty.json',
    kind: 'pagerduty',
    queued: ['botnet-panel.example', '103.27.202.185'],
    facts: {
      eventId: '01DEXAMPLE7J3Q5T8V2X4Z6B9D',
      source: 'Beacon to hxxp://dropper[.]example/a',
      ticket: 'Q1EXAMPLE2D3C4',
      severity: 'high',
      link: 'https://corp-example.pagerduty.com/incidents/Q1EXAMPLE2D3C4',
      occurredAt: '2026-11-22T09:58:44.102Z',
    },
  },
  {
    file: 'pagerduty.json',
    kind: 'pagerduty',
    settings: { freeText: true },
    queued: ['botnet-panel.example', '103.27.202.185', 'http://dropper.example/a'],
  },
  {
    file: 'cisco-xdr.json',
    kind: 'cisco-xdr',
    queued: ['botnet-panel.example', '103.27.202.185'],
    rejected: { 'cdn.example': 'not-rated-malicious' },
    facts: {
      eventId: 'event-4c0d7b52-0e5e-4b7f-9a3d-2f1e0d9c8b7a',
      source: 'DNS query to a name of a botnet',
      ticket: 'sighting-8e7d6c5b-4a39-4827-9160-5f4e3d2c1b0a',
      severity: 'medium',
      confidence: 85,
      link: 'https://dashboard.sse.cisco.com/org/1/events',
      occurredAt: '2026-11-22T09:59:03.118Z',
    },
  },
  {
    file: 'servicenow.json',
    kind: 'servicenow',
    queued: ['botnet-panel.example', '103.27.202.185'],
    rejected: { 'https://corp-example.service-now.com/kb': 'ignored-domain' },
    facts: {
      source: 'Block names of a phishing campaign',
      ticket: 'RITM0020077',
      severity: 'high',
      link: 'https://corp-example.service-now.com/sc_req_item.do?sys_id=6c5b4a39',
      occurredAt: '2026-11-22T09:12:00.000Z',
    },
  },
  {
    file: 'servicenow.json',
    kind: 'servicenow',
    settings: { freeText: true },
    queued: ['botnet-panel.example', '103.27.202.185', 'https://login-check.example/verify?step=2'],
    rejected: { 'https://corp-example.service-now.com/kb': 'ignored-domain' },
  },
  {
    file: 'jira-webhook.json',
    kind: 'jira',
    queued: [],
    facts: {
      source: "Block a botnet's panel",
      ticket: 'SOC-377',
      severity: 'critical',
      link: 'https://corp-example.atlassian.net/browse/SOC-377',
      occurredAt: '2026-11-22T10:00:00.000Z',
    },
  },
  {
    file: 'jira-webhook.json',
    kind: 'jira',
    settings: { indicatorFields: ['customfield_10060'] },
    queued: ['botnet-panel.example', '103.27.202.185'],
  },
  {
    file: 'jira-automation.json',
    kind: 'jira',
    queued: ['dropper.example'],
    facts: {
      source: 'A dropper',
      ticket: 'SEC-12',
      link: 'https://corp-example.atlassian.net/browse/SEC-12',
      occurredAt: '2026-11-22T09:15:00.000Z',
    },
  },
  {
    file: 'jira-automation.json',
    kind: 'jira',
    settings: { freeText: true },
    queued: ['dropper.example', 'http://dropper.example/a'],
  },
  {
    file: 'slack-event.json',
    kind: 'slack',
    queued: ['https://login-check.example/verify?step=2&a=1', 'botnet-panel.example'],
    facts: { eventId: 'Ev0EXAMPLE42', source: 'Slack C0EXAMPLE9', occurredAt: '2026-11-22T10:00:00.000Z' },
  },
  {
    file: 'slack-challenge.json',
    kind: 'slack',
    queued: [],
    facts: { challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P' },
  },
  {
    file: 'slack-command.form.txt',
    kind: 'slack',
    queued: ['botnet-panel.example', '103.27.202.185'],
    facts: { eventId: '13345224609.738474920.8088930838d88f008e0', source: 'Slack /block jdoe' },
  },
  {
    file: 'slack-button.form.txt',
    kind: 'slack',
    queued: ['botnet-panel.example'],
    facts: { source: 'Slack', occurredAt: '2026-11-22T10:00:00.118Z' },
  },
  {
    file: 'teams.json',
    kind: 'teams',
    queued: ['http://dropper.example/a', 'botnet-panel.example'],
    rejected: { 'https://teams.microsoft.com/l/message/19': 'ignored-domain' },
    facts: { eventId: '1795341600123', source: 'Teams J. Doe', occurredAt: '2026-11-22T09:59:59.120Z' },
  },
  {
    file: 'text.txt',
    kind: 'text',
    queued: ['http://dropper.example/a', 'botnet-panel.example', '103.27.202.185'],
    rejected: { '10.20.4.117': 'private-address', [eicarSha256]: 'unsupported-type' },
    facts: {},
  },
  {
    file: 'csv.csv',
    kind: 'csv',
    queued: ['botnet-panel.example', 'https://login-check.example/verify?step=2;a=1'],
    rejected: { '10.0.0.5': 'private-address', 'Global.Example': 'unknown-type' },
    facts: {},
  },
  {
    file: 'json.json',
    kind: 'json',
    settings: { mapping },
    queued: ['103.27.202.185', 'botnet-panel.example', 'http://dropper.example/a'],
    rejected: { 'https://ndr.corp.example/help': 'link-in-prose' },
    facts: {
      eventId: 'A-5512',
      source: 'Beacon to a bad name',
      severity: 'high',
      confidence: 75,
      link: 'https://ndr.corp.example/alerts/A-5512',
      occurredAt: '2026-11-22T09:30:00.000Z',
    },
  },
];

function read({ file, kind, settings }: Sender) {
  const context = parsingContext(kind, settings);
  const { connection } = context;
  const body = {
    bytes: readFileSync(`test/fixtures/webhooks/${file}`),
    contentType: file.endsWith('.form.txt') ? 'application/x-www-form-urlencoded' : undefined,
    deepestNesting: 32,
  };
  const {
    values,
    unusable = [],
    ownHosts = [],
    ...facts
  } = readWebhook(body, webhookParsers[connection.kind], context);
  const target = {
    destinationList: destinationListNameSchema.parse('soc-block'),
    place: 'global' as const,
    goesThere: () => true,
  };
  const screened = screenValues(values, [target], {
    guard: usualGuard,
    about: { senderHosts: [...ownHosts, ...connection.ignoredDomains] },
  });
  const held = screened.held.map(({ indicator }) => indicator.value);
  const rejected = [...screened.rejected, ...unusable].map(({ value, reason }) => [value, reason]);
  return {
    queued: [...screened.forWorker.values()]
      .flat()
      .map(({ value }) => value)
      .filter((value) => !held.some((waiting) => waiting === value)),
    held,
    rejected: Object.fromEntries(rejected),
    facts: JSON.parse(JSON.stringify(facts)),
  };
}

describe('the body of a sender', () => {
  it.each(senders)('$file as $kind $settings gives its indicators, and no others', (sender) => {
    expect(read(sender)).toMatchObject({
      queued: sender.queued,
      held: sender.held ?? [],
      rejected: sender.rejected ?? {},
      facts: sender.facts ?? {},
    });
    expect(Object.keys(read(sender).rejected)).toEqual(Object.keys(sender.rejected ?? {}));
  });

  it('is there as a fixture for every kind', () => {
    expect([...new Set(senders.map(({ kind }) => kind))].toSorted()).toEqual([...connectionKinds].toSorted());
  });
});
