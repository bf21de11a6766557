import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentAsText } from '../../src/documents/asText';
import {
  DecisionNotNamedError,
  MeetingNotNamedError,
  NoSuchDecisionError,
  NoSuchMeetingError,
  NotProducedError,
} from '../../src/documents/errors';
import { makeDocument, type DocumentRequest } from '../../src/documents/produce';
import { REGULATIONS } from '../../src/regulations';
import { everyDocument } from './every';
import { contextOf } from './sample';

/** `UPDATE_GOLDEN=1` writes the files anew; look at the difference before it is kept. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

describe('every document of every regulation, made of one sample register', () => {
  const ids = REGULATIONS.filter(({ custom }) => !custom).map(({ id }) => id);

  it.each(ids)('%s', (id) => {
    // spaces that do not break are plain in the file, so that it can be read
    const text = everyDocument(contextOf(id)).map(documentAsText).join('\n').replaceAll('\u00a0', ' ');
    const file = fileURLToPath(new URL(`golden/${id}.golden.txt`, import.meta.url));
    if (UPDATE) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

describe('a document that cannot be made is refused in words', () => {
  const context = contextOf('tomsk');
  const make = (request: DocumentRequest) => () => makeDocument(request, context);

  it('when the regulation has no such document', () => {
    expect(make({ kind: 'attestation' })).toThrow(NotProducedError);
  });

  it('when the meeting is not named, or there is none of that number', () => {
    expect(make({ kind: 'protocol' })).toThrow(MeetingNotNamedError);
    expect(make({ kind: 'protocol', meeting: 9 })).toThrow(NoSuchMeetingError);
    expect(make({ kind: 'protocol', meeting: 9 })).toThrow(
      'Заседания № 9 в реестре нет. Выберите одно из заседаний: 1, 2, 3.',
    );
  });

  it('when the decision is not named, or there is none of that item', () => {
    expect(make({ kind: 'extract', meeting: 1 })).toThrow(DecisionNotNamedError);
    expect(make({ kind: 'extract', meeting: 1, item: '7' })).toThrow(NoSuchDecisionError);
    expect(make({ kind: 'extract', meeting: 3, item: '1' })).toThrow(
      'Внесите решения заседания № 3 на лист «Решения», с номерами пунктов, и повторите.',
    );
  });
});
