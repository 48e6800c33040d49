import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { lifecycleSourceSchema } from '#shared/config/lifecycle-source.ts';
import { readCsvFile } from '#shared/people/csv/read-csv-file.ts';
import { lifecycleSource, peopleSettings } from '../lifecycle/people-settings.ts';

const receivedAt = new Date('2025-11-21T09:00:00Z');

type CsvSettings = Omit<Extract<z.input<typeof lifecycleSourceSchema>, { kind: 'csv' }>, 'kind'>;

function read(file: string | Uint8Array, source: CsvSettings = {}) {
  return readCsvFile(typeof file === 'string' ? Buffer.from(file) : file, {
    settings: peopleSettings({ emailTemplate: '{firstName}.{lastName}@corp.example' }),
    source: lifecycleSource({ kind: 'csv', profile: 'guest', ...source }),
    receivedAt,
  });
}

/** Each row in one word: whom it is about, or why not. */
const inShort = (file: string | Uint8Array, source?: CsvSettings) =>
  read(file, source).rows.map(({ row, reading }) => {
    if (reading.kind === 'accepted') return `${row} ${reading.request.kind} ${reading.request.email}`;
    return `${row} ${reading.kind === 'withdrawn' ? reading.ticket : reading.reason}`;
  });

const leavers = [
  'employee_id,first_name,last_name,work_email,manager_email,termination_date,timezone',
  'E1,Zoë,Núñez,zoe.nunez@corp.example,boss@corp.example,2025-11-28,Europe/Madrid',
  'E2,Ana,"de la Cruz, ""Anita""",ana@corp.example,,2025-11-21,America/Bogota',
].join('\n');

describe('a file of leavers', () => {
  const rows = ['2 offboard zoe.nunez@corp.example', '3 offboard ana@corp.example'];

  it('gives each of them the end of the working day there', () => {
    expect(read(leavers).rows).toMatchObject([
      { reading: { request: { effective: { at: new Date('2025-11-28T17:00:00Z') } } } },
      { reading: { request: { effective: { at: new Date('2025-11-21T23:00:00Z') } } } },
    ]);
  });

  const utf16 = Buffer.from(leavers, 'utf16le');
  it.each<[encoding: string, bytes: Uint8Array]>([
    ['UTF-8', Buffer.from(leavers)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${leavers}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${leavers}`, 'utf16le')],
    ['UTF-16 BE with a mark', Buffer.from(`\ufeff${leavers}`, 'utf16le').swap16()],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
  ])('is read in %s', (_, bytes) => {
    expect(inShort(bytes)).toEqual(rows);
    expect(read(bytes).rows[0]).toMatchObject({
      reading: { request: { name: { given: 'Zoë', family: 'Núñez' } } },
    });
  });

  it.each([
    ['semicolons', leavers.replaceAll(',', ';')],
    ['tabs', leavers.replaceAll(',', '\t')],
    ['a line that names the separator', `sep=;\r\n${leavers.replaceAll(',', ';')}`],
    ['line ends of Windows', leavers.replaceAll('\n', '\r\n')],
    ['several kinds of line ends', `${leavers.replace('\n', '\r\n')}\n`],
    ['a line end at its end, and empty rows', `${leavers}\n\n,,,,,,\n`],
    ['quoted names of columns', leavers.replace(/^.*$/m, (header) => `"${header.replaceAll(',', '","')}"`)],
  ])('is read with %s', (title, file) => {
    const shift = title.startsWith('a line that names') ? 1 : 0;
    expect(inShort(file)).toEqual(rows.map((row) => `${Number(row[0]) + shift}${row.slice(1)}`));
  });

  it('may have line ends in quoted cells', () => {
    const file = 'email;"last\nday"\n"a@corp.example";2025-11-28\n"\nb@corp.example";2025-11-28\n';
    expect(inShort(file)).toEqual(['2 offboard a@corp.example', '3 offboard b@corp.example']);
  });

  it.each([
    ['German', 'Vorname;Nachname;E-Mail-Adresse;Letzter Arbeitstag;Zeitzone'],
    ['French', 'Prénom;Nom;Adresse e-mail;Dernier jour travaillé;Fuseau horaire'],
    ['an English of its own', 'GIVEN-NAME;Surname;Work Email;Last_Working_Day;TimeZone'],
  ])('may have headers in %s', (_, header) => {
    expect(inShort(`${header}\nZoë;Núñez;zoe@corp.example;28.11.2025;Europe/Madrid\n`)).toEqual([
      '2 offboard zoe@corp.example',
    ]);
  });

  it('may have headers that only the configuration knows', () => {
    const columns = { email: 'Konto', lastDay: 'Bis' };
    expect(inShort('konto,bis,email\nx@corp.example,2025-11-28,private@home.example', { columns })).toEqual([
      '2 offboard x@corp.example',
    ]);
    expect(() => read('email,bis\n', { columns })).toThrow('The file has no column "Konto"');
  });
});

describe('a roster without addresses', () => {
  const header = 'WorkerID,WorkerStatus,FirstName,LastName,HireDate,OnLeave,Location';
  const roster = (...rows: string[]) => [header, ...rows].join('\n');

  it('makes leavers of those who are inactive, and nothing of the others', () => {
    const file = roster(
      '1,Inactive,Talya,Fleeta,2013-01-01,True,Europe',
      '2,Active,Ana,Li,2010-07-10,False,',
    );
    expect(inShort(file)).toEqual(['2 offboard talya.fleeta@corp.example', '3 still-active']);
  });

  it('makes joiners of those who are active, where that is configured', () => {
    const file = roster('2,Active,Ana,Li,2025-12-01,False,');
    expect(inShort(file, { activeRows: 'onboard' })).toEqual(['2 onboard ana.li@corp.example']);
  });

  it('cuts off nobody whose namesake leaves', () => {
    const file = roster(
      '1,Inactive,Ana,Li,2013-01-01,,',
      '2,Active,Ana,Li,2010-07-10,,',
      '3,Active,Bo,Li,,,',
    );
    expect(inShort(file)).toEqual(['2 email-not-unique', '3 email-not-unique', '4 still-active']);
  });

  it('does nothing about somebody who is both in and out', () => {
    const file = roster('1,Inactive,Ana,Li,2013-01-01,,', '1,Active,Ana,Li,2025-10-01,,');
    expect(inShort(file)).toEqual(['2 rows-contradict', '3 rows-contradict']);
  });
});

describe('each row is accepted or refused by itself', () => {
  const rows = (...lines: string[]) => inShort(['email,last day', ...lines].join('\n'));

  it('so that a mistake concerns its own row', () => {
    expect(
      rows('a@corp.example,2025-11-28', 'b,2025-11-28', 'c@corp.example,soon', 'd@corp.example,'),
    ).toEqual(['2 offboard a@corp.example', '3 email-unreadable', '4 date-unreadable', '5 action-unclear']);
  });

  it('and what is said twice is done once', () => {
    expect(rows('a@corp.example,2025-11-28', 'A@corp.example,28.11.2025')).toEqual([
      '2 offboard a@corp.example',
      '3 repeated-row',
    ]);
  });

  it('and of what contradicts itself nothing is done', () => {
    expect(
      rows('a@corp.example,2025-11-28', 'a@corp.example,2025-11-29', 'b@corp.example,2025-11-28'),
    ).toEqual(['2 rows-contradict', '3 rows-contradict', '4 offboard b@corp.example']);
  });

  it('and a row of another length is not guessed at', () => {
    expect(rows('a@corp.example', 'b@corp.example,2025-11-28,x', 'c@corp.example,2025-11-28,')).toEqual([
      '2 row-incomplete',
      '3 row-incomplete',
      '4 offboard c@corp.example',
    ]);
  });
});

it('a file that breaks off inside its last row says so', () => {
  expect(read('email,last day\na@corp.example,2025-11-28\nb@corp').endsInsideRow).toBe(true);
  expect(read('email,last day\na@corp.example,2025-11-28\n').endsInsideRow).toBe(false);
});

it.each(['', '\n\n', 'email,last day', '\ufeff'])('the file %j has no rows', (file) => {
  expect(read(file)).toEqual({ rows: [], endsInsideRow: false });
});

describe('a file is refused whole', () => {
  it.each<[title: string, file: string | Uint8Array, message: RegExp]>([
    ['in Latin-1', Buffer.from(leavers, 'latin1'), /not text in UTF-8.*Save it as UTF-8/],
    [
      'cut off inside a character',
      Buffer.from(leavers, 'utf16le').subarray(0, -1),
      /ends inside a character/,
    ],
    ['that is too large', Buffer.alloc(33_554_433, 'a'), /has 33554433 bytes; at most 33554432 are taken/],
    ['that is no text', Buffer.from('email,last day\0\n'), /not text in UTF-8/],
    [
      'cut off inside quotation marks',
      'email,last day\n"a@corp.ex',
      /quotation mark is not closed.*nothing of it/,
    ],
    ['without a known column', 'foo,bar\n1,2', /No column is called like anything/],
    [
      'with a column twice',
      'email,E-Mail,last day\na@corp.example,b@corp.example,2025-11-28',
      /called the same/,
    ],
  ])('%s', (_, file, message) => {
    expect(() => read(file)).toThrow(message);
  });
});

it('whatever bytes come, every row ends in one way, or the file is refused without quoting it', () => {
  const cell = fc.oneof(
    fc.constantFrom('a@corp.example', '2025-11-28', 'Inactive', '"', ';', '\n', 'Ana', ''),
    fc.string({ maxLength: 6 }),
  );
  const file = fc.array(
    fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(',')),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(file, (rows) => {
      const text = ['status,email,last day,first name', ...rows].join('\n');
      try {
        for (const { reading } of read(text).rows) {
          expect(['accepted', 'refused', 'idle']).toContain(reading.kind);
        }
      } catch (error) {
        expect(error).toHaveProperty('name', 'RefusedInput');
      }
    }),
  );
});

it('whatever is in the cells, a file that is written well has each row at its place', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '').trim());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      fc.constantFrom(',', ';', '\t'),
      (people, delimiter) => {
        const quoted = (cells: readonly string[]) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
        const rows = people.map((names, index) => quoted([`p${index}@corp.example`, '2025-11-28', ...names]));
        const file = [['email', 'last day', 'first name', 'last name'].join(delimiter), ...rows].join('\r\n');
        expect(inShort(file)).toEqual(
          people.map((_, index) => `${index + 2} offboard p${index}@corp.example`),
        );
      },
    ),
  );
});
