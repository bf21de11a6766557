import { Button, Link } from '@fluentui/react-components';
import { useId, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { documentsPaneWords as words } from '../../../messages/pane/documents';
import type { DocumentFile, PaperReport } from '../../../usecases/contract';
import { chosenOf, viewDocuments } from '../../documentsView';
import type { ChoiceView, DocumentCard } from '../../documentsView';
import type { ViewProps } from '../../view';
import { useAnswer } from '../asking';
import { Mark } from '../Mark';
import { Waiting } from '../shell/Waiting';
import { useViewStyles } from '../viewStyles';
import { PaperCard } from './PaperCard';
import { useFile } from './made';

/** What the last press came to, and on which card it is told. */
export interface Pressed {
  readonly kind: DocumentCard['kind'];
  readonly sentences: readonly string[];
}

interface KeptPapersProps {
  readonly papers: readonly PaperReport[];
  readonly goTo: ViewProps['goTo'];
}

/** Demanded papers that are not made here: what «Документы» says of them. */
const KeptPapers = ({ papers, goTo }: KeptPapersProps): ReactElement => {
  const view = useViewStyles();
  const id = useId();
  return (
    <section className={view.section} aria-labelledby={id}>
      <h3 id={id} className={view.subtitle}>
        {words.papers}
      </h3>
      <p className={view.quiet}>{words.papersNote}</p>
      <ul className={view.list}>
        {papers.map(({ name, clause, isKept, place }) => (
          <li key={name} className={view.card}>
            <p className={view.strong}>{name}</p>
            <p className={view.quiet}>
              {clause !== '' && `${clause} · `}
              <span className={isKept ? view.good : view.warning}>
                <Mark shape={isKept ? 'check' : 'attention'} />{' '}
                {isKept ? words.state.kept : place === null ? words.state.notListed : words.state.notKept}
              </span>
              {place !== null && (
                <>
                  {' '}
                  <Link
                    as="button"
                    inline
                    style={{ fontSize: 'inherit', lineHeight: 'inherit' }}
                    aria-label={`${words.showPaper}: ${name}`}
                    onClick={() => {
                      goTo(place);
                    }}
                  >
                    {words.showPaper}
                  </Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the regulation demands, what is there, what is missing for it, and one press to make each. */
export const DocumentsPart = (props: ViewProps): ReactElement => {
  const { report, isBusy, ask, change, goTo, canSave } = props;
  const view = useViewStyles();
  const heading = useId();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const [saving, setSaving] = useState<DocumentCard['kind'] | null>(null);
  const files = useFile<DocumentFile>({ ask, canSave });
  const [attempt, setAttempt] = useState(0);
  const key = useMemo(() => ({ report, attempt }), [report, attempt]);
  // A refusal is told by the shell; here it leaves the way to ask again.
  const answer = useAnswer(async () => (await ask(({ readDocuments }) => readDocuments())) ?? 'refused', key);
  if (answer === null) return <Waiting />;
  if (answer === 'refused') {
    return (
      <>
        <p className={view.text}>{words.refused}</p>
        <div>
          <Button
            onClick={() => {
              setAttempt(attempt + 1);
            }}
          >
            {words.again}
          </Button>
        </div>
      </>
    );
  }
  const { demanded, others, papers } = viewDocuments(answer);

  const put = async (card: DocumentCard, choice: ChoiceView) => {
    const ends: string[] = [];
    setPressed(null);
    const isDone = await change(words.making(choice.name), async (useCases, work) => {
      const made = await useCases.makeDocumentSheet(choice.request, work);
      ends.push(...made.sentences);
      return made.report;
    });
    if (isDone) setPressed({ kind: card.kind, sentences: ends });
  };
  const fill = async (card: DocumentCard) => {
    const ends: string[] = [];
    setPressed(null);
    const isDone = await change(words.filling, async (useCases, work) => {
      const filled = await useCases.fillAnalysis(work);
      ends.push(...filled.warnings);
      return filled;
    });
    if (!isDone) return;
    setPressed({ kind: card.kind, sentences: ends });
    const now = await ask(({ readDocuments }) => readDocuments());
    if (now !== null && now.analysis !== null) goTo(now.analysis);
  };
  const save = (card: DocumentCard, choice: ChoiceView) => {
    setPressed(null);
    setSaving(card.kind);
    void files.make(({ documentFile }) => documentFile(choice.request, 'docx'));
  };

  const list = (title: string, cards: readonly DocumentCard[], id: string): ReactElement => (
    <section className={view.section} aria-labelledby={id}>
      <h3 id={id} className={view.subtitle}>
        {title}
      </h3>
      <ul className={view.list}>
        {cards.map((card) => {
          const choice = chosenOf(card, picked[card.kind]);
          return (
            <li key={card.kind} data-document={card.kind}>
              <PaperCard
                card={card}
                choice={choice}
                isBusy={isBusy || files.isMaking}
                canSave={canSave}
                pressed={pressed?.kind === card.kind ? pressed.sentences : null}
                making={saving === card.kind ? files : null}
                onPick={(key) => {
                  setPicked({ ...picked, [card.kind]: key });
                }}
                onPut={(wanted) => {
                  void put(card, wanted);
                }}
                onSave={(wanted) => {
                  save(card, wanted);
                }}
                onFill={
                  card.kind === 'analysis'
                    ? () => {
                        void fill(card);
                      }
                    : null
                }
                goTo={goTo}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
  return (
    <>
      <p className={view.quiet}>{words.intro}</p>
      {!canSave && <p className={view.quiet}>{words.noDownloads}</p>}
      {demanded.length > 0 && list(words.demanded, demanded, `${heading}-demanded`)}
      {others.length > 0 && list(words.others, others, `${heading}-others`)}
      {papers.length > 0 && <KeptPapers papers={papers} goTo={goTo} />}
    </>
  );
};
