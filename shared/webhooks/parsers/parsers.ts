import type { ConnectionKind } from '../../config/connection.ts';
import { ciscoXdr } from './cisco-xdr.ts';
import { cortexXdr } from './cortex-xdr.ts';
import { cortexXsoar } from './cortex-xsoar.ts';
import { csv } from './csv.ts';
import { datadog } from './datadog.ts';
import { elastic } from './elastic.ts';
import { graylog } from './graylog.ts';
import { iocList } from './ioc-list.ts';
import { jira } from './jira.ts';
import { json } from './json.ts';
import { misp } from './misp.ts';
import { opencti } from './opencti.ts';
import { pagerduty } from './pagerduty.ts';
import { qradar } from './qradar.ts';
import { sentinel } from './sentinel.ts';
import { servicenow } from './servicenow.ts';
import { slack } from './slack.ts';
import { splunkAlert } from './splunk-alert.ts';
import { splunkEsNotable } from './splunk-es-notable.ts';
import { splunkSoar } from './splunk-soar.ts';
import { stix } from './stix.ts';
import { teams } from './teams.ts';
import { text } from './text.ts';
import { thehive } from './thehive.ts';
import { wazuh } from './wazuh.ts';
import type { WebhookParser } from './webhook-parser.ts';

/** The parser of each kind of sender. A new sender is a file here, a line, and a word in `connectionKinds`. */
export const webhookParsers: Readonly<Record<ConnectionKind, WebhookParser>> = {
  'cisco-xdr': ciscoXdr,
  'cortex-xdr': cortexXdr,
  'cortex-xsoar': cortexXsoar,
  csv,
  datadog,
  elastic,
  graylog,
  'ioc-list': iocList,
  jira,
  json,
  misp,
  opencti,
  pagerduty,
  qradar,
  sentinel,
  servicenow,
  slack,
  'splunk-alert': splunkAlert,
  'splunk-es-notable': splunkEsNotable,
  'splunk-soar': splunkSoar,
  stix,
  teams,
  text,
  thehive,
  wazuh,
};
