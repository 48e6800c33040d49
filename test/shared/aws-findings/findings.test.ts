import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockCommandsFromFinding } from '#shared/aws-findings/block-commands-from-finding.ts';
import { parseGuardDutyFinding } from '#shared/aws-findings/guardduty-finding.ts';
import { parseSecurityHubFindings } from '#shared/aws-findings/security-hub-finding.ts';
import { destinationListNameSchema } from '#shared/config/names.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { blockRequestedSchema } from '#shared/events/block-requested.ts';
import guardDuty from '#test/fixtures/aws-findings/guardduty.json' with { type: 'json' };
import securityHub from '#test/fixtures/aws-findings/security-hub.json' with { type: 'json' };
import { usualGuard } from '../iocs/guard/usual-guard.ts';

const [hubFinding] = securityHub.findings;

const guardDutyValues = (type: string, service: object) =>
  parseGuardDutyFinding({ ...guardDuty, type, service }).values.map(({ value }) => value);

const hubValues = (changes: object) =>
  parseSecurityHubFindings({ findings: [{ ...hubFinding, ...changes }] }).flatMap(({ values }) =>
    values.map(({ value }) => value),
  );

describe('a finding of GuardDuty', () => {
  it('gives the name that was asked for, and what is known of it', () => {
    expect(parseGuardDutyFinding(guardDuty)).toEqual({
      findingId: guardDuty.id,
      eventId: guardDuty.id,
      source: 'GuardDuty Backdoor:EC2/C&CActivity.B!DNS',
      severity: 'high',
      link: `https://eu-central-1.console.aws.amazon.com/guardduty/home?region=eu-central-1#/findings?fId=${guardDuty.id}`,
      occurredAt: new Date('2026-11-22T09:57:00Z'),
      values: [{ value: 'botnet-panel.example' }],
    });
  });

  const remoteIpDetails = { ipAddressV4: '103.27.202.185' };
  it.each([
    ['a connection', 'Trojan:EC2/BlackholeTraffic', { networkConnectionAction: { remoteIpDetails } }],
    [
      'a probe',
      'Recon:EC2/PortProbeUnprotectedPort',
      { portProbeAction: { portProbeDetails: [{ remoteIpDetails }] } },
    ],
    [
      'an attack on us',
      'UnauthorizedAccess:EC2/SSHBruteForce',
      { networkConnectionAction: { remoteIpDetails } },
    ],
    [
      'a caller on a threat list',
      'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
      { awsApiCallAction: { remoteIpDetails } },
    ],
  ])('gives the far end of %s', (_, type, action) => {
    expect(guardDutyValues(type, { action, resourceRole: 'TARGET' })).toEqual(['103.27.202.185']);
  });

  it.each([
    [
      'of an API call by somebody who may be one of us',
      'UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B',
      { action: { awsApiCallAction: { remoteIpDetails } } },
    ],
    [
      'of whom a machine of ours attacks',
      'UnauthorizedAccess:EC2/SSHBruteForce',
      { resourceRole: 'ACTOR', action: { networkConnectionAction: { remoteIpDetails } } },
    ],
    ['that is archived', guardDuty.type, { ...guardDuty.service, archived: true }],
    ['that is a sample', guardDuty.type, { ...guardDuty.service, additionalInfo: { sample: true } }],
    ['without any action', guardDuty.type, {}],
  ])('gives nothing %s', (_, type, service) => {
    expect(guardDutyValues(type, service)).toEqual([]);
  });
});

describe('a finding of Security Hub', () => {
  it('gives what threat intelligence matched and where the connection went', () => {
    expect(parseSecurityHubFindings(securityHub)).toEqual([
      expect.objectContaining({
        source: 'Inspector of traffic Outgoing connection to a listed name',
        severity: 'high',
        confidence: 90,
        link: 'https://vendor.example/findings/0f1e2d3c',
        values: [{ value: 'botnet-panel.example', typeHint: 'domain' }, { value: '103.27.202.185' }],
      }),
    ]);
  });

  it.each([
    ['is archived', { RecordState: 'ARCHIVED' }],
    ['is suppressed', { Workflow: { Status: 'SUPPRESSED' } }],
    ['is resolved', { Workflow: { Status: 'RESOLVED' } }],
  ])('gives nothing when it %s', (_, changes) => {
    expect(hubValues(changes)).toEqual([]);
  });

  it('does not give the destination of an incoming connection, which is ours', () => {
    expect(hubValues({ Network: { Direction: 'IN', DestinationIpV4: '192.0.2.44' } })).toEqual([
      'botnet-panel.example',
    ]);
  });
});

describe('the commands of a finding', () => {
  const target = {
    destinationList: destinationListNameSchema.parse('soc-block'),
    place: 'global',
    goesThere: () => true,
  } as const;
  const commandsAt = (time: string) =>
    blockCommandsFromFinding(
      parseGuardDutyFinding(guardDuty),
      target,
      { origin: 'aws.guardduty', receivedAt: new Date(time) },
      usualGuard,
    );

  it('keep to the contract', () => {
    const { commands } = commandsAt('2026-11-22T10:00:00Z');
    expect(commands.map((command) => blockRequestedSchema.parse(command))).toEqual(commands);
    expect(commands).toMatchObject([
      {
        part: 0,
        destinationList: 'soc-block',
        indicators: [{ type: 'domain', value: 'botnet-panel.example' }],
      },
    ]);
  });

  it('are the same request when the finding is sent again', () => {
    const [first] = commandsAt('2026-11-22T10:00:00Z').commands;
    const [again] = commandsAt('2026-11-22T11:00:00Z').commands;
    expect(again?.requestId).toBe(first?.requestId);
  });

  it('are none for what the guard refuses', () => {
    const finding = { ...parseGuardDutyFinding(guardDuty), values: [{ value: '10.0.0.5' }] };
    const screened = blockCommandsFromFinding(
      finding,
      target,
      { origin: 'aws.guardduty', receivedAt: new Date('2026-11-22T10:00:00Z') },
      usualGuard,
    );
    expect(screened).toEqual({
      commands: [],
      held: [],
      rejected: [{ value: '10.0.0.5', reason: 'private-address' }],
    });
  });
});

it('whatever the detail is, it is read or refused', () => {
  const tampered = fc
    .tuple(fc.constantFrom(guardDuty, securityHub, hubFinding), fc.string(), fc.jsonValue())
    .map(([detail, name, value]) => ({ ...detail, [name]: value }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), tampered), (detail) => {
      for (const parse of [parseGuardDutyFinding, parseSecurityHubFindings]) {
        try {
          parse(detail);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput);
        }
      }
    }),
  );
});
