import { randomUUID } from 'node:crypto';
import type { Observable } from './observable.ts';
import type { Settings } from './settings.ts';
import type { Rating, SimulatedModule } from './simulated-module.ts';

const dispositionNames = ['Clean', 'Malicious', 'Suspicious', 'Common', 'Unknown'];

type RatedObservable = Omit<Rating, 'type' | 'value'> & { readonly observable: Observable };

interface Counted {
  readonly count: number;
  readonly docs: readonly object[];
}

/** Documents by kind; a kind of which a module has none is left out. */
export interface ModuleDocuments {
  readonly verdicts?: Counted;
  readonly judgements?: Counted;
  readonly sightings?: Counted;
}

/** What a module says of observables: verdicts alone, or with what they rest on. Nothing of those it does not know. */
export function moduleDocuments(
  module: SimulatedModule,
  observables: readonly Observable[],
  { depth, now, settings }: { depth: 'deliberate' | 'observe'; now: Date; settings: Settings },
): ModuleDocuments {
  const rated = observables.flatMap((observable) => rate(module, observable) ?? []);
  if (rated.length === 0) return {};
  const verdicts = rated.map((one) => verdict(one, now, settings));
  if (depth === 'deliberate') return { verdicts: counted(verdicts) };
  const seen = rated.filter(({ sightings }) => sightings > 0);
  return {
    verdicts: counted(verdicts),
    judgements: counted(rated.map((one) => judgement(module, one, now))),
    // More than are shown, as with a product that has many.
    ...(seen.length === 0
      ? {}
      : {
          sightings: {
            count: seen.reduce((sum, { sightings }) => sum + sightings, 0),
            docs: seen.map((one) => sighting(module, one, now)),
          },
        }),
  };
}

function rate(module: SimulatedModule, observable: Observable): RatedObservable | undefined {
  const { type, value } = observable;
  const rating = module.ratings.find((one) => one.type === type && one.value === value);
  if (rating) return { ...rating, observable };
  if (module.otherwise === null) return undefined;
  return {
    observable,
    disposition: module.otherwise,
    severity: 'Unknown',
    confidence: 'Low',
    priority: 50,
    reason: 'not listed',
    validForSeconds: 3_600,
    sightings: 0,
  };
}

function verdict(
  { observable, disposition, validForSeconds }: RatedObservable,
  now: Date,
  settings: Settings,
) {
  return {
    type: 'verdict',
    disposition,
    ...(settings.dispositionName === 'present'
      ? { disposition_name: dispositionNames[disposition - 1] }
      : {}),
    observable,
    judgement_id: `transient:judgement-${randomUUID()}`,
    valid_time: validTime(now, validForSeconds),
  };
}

function judgement(module: SimulatedModule, rated: RatedObservable, now: Date) {
  const { observable, disposition, severity, confidence, priority, reason, validForSeconds } = rated;
  return {
    type: 'judgement',
    id: `transient:judgement-${randomUUID()}`,
    observable,
    disposition,
    severity,
    confidence,
    priority,
    reason,
    source: module.name,
    source_uri: `https://console.example/${encodeURIComponent(observable.value)}`,
    tlp: 'amber',
    valid_time: validTime(now, validForSeconds),
  };
}

function sighting(
  module: SimulatedModule,
  { observable, severity, confidence, sightings }: RatedObservable,
  now: Date,
) {
  return {
    type: 'sighting',
    id: `transient:sighting-${randomUUID()}`,
    schema_version: '1.3.30',
    title: `${observable.value} was seen`,
    source: module.name,
    severity,
    confidence,
    count: sightings,
    observed_time: { start_time: now.toISOString() },
    observables: [observable],
    targets: [
      {
        type: 'endpoint',
        observed_time: { start_time: now.toISOString() },
        observables: [{ type: 'hostname', value: 'workstation-7.corp.example' }],
      },
    ],
  };
}

function validTime(now: Date, seconds: number) {
  return {
    start_time: now.toISOString(),
    end_time: new Date(now.getTime() + seconds * 1_000).toISOString(),
  };
}

function counted(docs: readonly object[]): Counted {
  return { count: docs.length, docs };
}
