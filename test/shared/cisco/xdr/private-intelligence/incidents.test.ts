import { describe, expect, it } from 'vitest';
import { incidentStatuses } from '#shared/cisco/xdr/private-intelligence/incident-status.ts';
import {
  addNote,
  createIncident,
  findIncidents,
  setIncidentStatus,
} from '#shared/cisco/xdr/private-intelligence/incidents.ts';
import { GiveUp } from '#shared/errors/give-up.ts';
import { OutcomeUnknown } from '#shared/errors/outcome-unknown.ts';
import { startSimulatedXdr } from '../simulated-xdr.ts';
import { incident } from './written.ts';

describe('an incident', () => {
  it('is made, noted on and closed, with one request each', async () => {
    const { client, control, calls } = await startSimulatedXdr();

    const made = await createIncident(client, incident('case-1'));
    await addNote(client, made, 'Blocked on **soc-block**.');
    await setIncidentStatus(client, made, 'Closed: Confirmed Threat');

    const shortId = made.id.split('/').at(-1);
    expect(calls()).toEqual([
      'POST /iroh/private-intel/incident',
      'POST /iroh/private-intel/note',
      `POST /iroh/private-intel/incident/${shortId}/status`,
    ]);
    expect(control.entities()).toMatchObject([
      { type: 'incident', body: { title: 'bad.example', status: 'Closed: Confirmed Threat' } },
      {
        type: 'note',
        body: {
          content: 'Blocked on **soc-block**.',
          related_entities: [{ entity_type: 'incident', entity_id: made.id }],
        },
      },
    ]);
  });

  it.each(incidentStatuses)('may stand at "%s"', async (status) => {
    const { client, control } = await startSimulatedXdr();
    const made = await createIncident(client, incident('case-1'));

    await setIncidentStatus(client, made, status);

    expect(control.entities()).toMatchObject([{ body: { status } }]);
  });

  it('whose answer is lost is not made twice, and can be looked for', async () => {
    const { client, control, calls } = await startSimulatedXdr();
    const written = incident('case/1 ä');
    control.addFault({
      match: { template: '/iroh/private-intel/incident' },
      effect: { kind: 'process-then-drop' },
    });

    await expect(createIncident(client, written)).rejects.toThrow(OutcomeUnknown);
    expect(calls()).toHaveLength(1);
    expect(await findIncidents(client, written.externalId)).toEqual([{ id: control.entities()[0]?.id }]);
    expect(await findIncidents(client, incident('other').externalId)).toEqual([]);
  });

  it('that somebody deleted is given up', async () => {
    const { client } = await startSimulatedXdr();
    const gone = { id: 'https://private.intel.amp.cisco.com:443/ctia/incident/incident-1' };

    await expect(setIncidentStatus(client, gone, 'Open')).rejects.toThrow(GiveUp);
  });
});
