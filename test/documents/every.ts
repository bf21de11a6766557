import type { AssociationDocument } from '../../src/documents/document';
import type { DocumentContext } from '../../src/documents/facts';
import { listDocuments, makeDocument, type DocumentRequest } from '../../src/documents/produce';

/** Whatever can be made of a register, each document once; the analysis has tests of its own. */
export function everyDocument(context: DocumentContext): readonly AssociationDocument[] {
  const requests = listDocuments(context)
    .filter(({ kind }) => kind !== 'analysis')
    .flatMap(({ kind, per, choices }): readonly DocumentRequest[] =>
      per === 'none' ? [{ kind }] : choices.map(({ request }) => request),
    );
  return requests.map((request) => makeDocument(request, context));
}
