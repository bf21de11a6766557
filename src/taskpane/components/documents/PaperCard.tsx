import { Button, Field, Link, Select } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { documentsPaneWords as words } from '../../../messages/pane/documents';
import { formatNumber } from '../../../messages/plural';
import { madeCount } from '../../documentsView';
import type { ChoiceView, DocumentCard } from '../../documentsView';
import type { ViewProps } from '../../view';
import { Foldable } from '../adoption/Foldable';
import { Mark } from '../Mark';
import { Sentences } from '../Sentences';
import { useViewStyles } from '../viewStyles';
import { HandedNotice } from './HandedNotice';
import type { FileMaking } from './made';

interface PaperCardProps {
  readonly card: DocumentCard;
  /** The one that the buttons make; undefined where there is none to choose. */
  readonly choice: ChoiceView | undefined;
  readonly isBusy: boolean;
  readonly canSave: boolean;
  /** What a press of «На лист» came to; null: nothing was pressed here. */
  readonly pressed: readonly string[] | null;
  /** The file being made of this card. */
  readonly making: Pick<FileMaking<{ name: string; bytes: Uint8Array }>, 'isMaking' | 'handed'> | null;
  readonly onPick: (key: string) => void;
  readonly onPut: (choice: ChoiceView) => void;
  readonly onSave: (choice: ChoiceView) => void;
  /** Of the analysis alone. */
  readonly onFill: (() => void) | null;
  readonly goTo: ViewProps['goTo'];
}

/** What stands of a paper: on a sheet, marked on «Документы», or nothing yet. */
const State = ({ card, choice }: Pick<PaperCardProps, 'card' | 'choice'>): ReactElement => {
  const view = useViewStyles();
  const made = madeCount(card);
  const isMade = choice?.sheet != null;
  const isKept = card.paper?.isKept === true;
  const said = [
    isMade
      ? words.state.made(choice.sheet ?? '')
      : made > 0
        ? words.state.some(made, card.choices.length)
        : words.state.none,
    ...(isKept ? [words.state.kept] : []),
  ];
  return (
    <span className={isMade || isKept ? view.good : view.calm}>
      {(isMade || isKept) && <Mark shape="check" />} {said.join(', ')}
    </span>
  );
};

/** A paper, the clause behind it, what it would lack, and one press to make it. */
export const PaperCard = (props: PaperCardProps): ReactElement => {
  const { card, choice, isBusy, canSave, pressed, making, onPick, onPut, onSave, onFill, goTo } = props;
  const view = useViewStyles();
  const id = useId();
  const { name, clause, per, lacks, choices } = card;
  const sheet = choice?.sheet ?? null;
  return (
    <div className={view.card}>
      <p id={id} className={view.strong}>
        {name}
      </p>
      <p className={view.quiet}>
        {clause !== '' && `${clause} · `}
        <State card={card} choice={choice} />
      </p>
      {per !== 'none' && choices.length > 0 && (
        <Field label={words.choose[per]}>
          <Select
            root={{ style: { minWidth: 0 } }}
            select={{ style: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }}
            value={choice?.key ?? ''}
            aria-describedby={id}
            onChange={(_, { value }) => {
              onPick(value);
            }}
          >
            {choices.map((each) => (
              <option key={each.key} value={each.key}>
                {words.option(each.request.meeting, each.request.item, each.about)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {lacks !== null && <p className={view.text}>{lacks}</p>}
      {lacks === null && choice !== undefined && (
        <>
          {onFill !== null && (
            <>
              <p className={view.quiet}>{words.fillNote}</p>
              <div>
                <Button size="small" disabledFocusable={isBusy} onClick={onFill}>
                  {words.fill}
                </Button>
              </div>
            </>
          )}
          <div className={view.row}>
            <Button
              size="small"
              appearance={sheet === null ? 'primary' : 'secondary'}
              aria-describedby={id}
              disabledFocusable={isBusy}
              onClick={() => {
                onPut(choice);
              }}
            >
              {sheet === null ? words.toSheet : words.toSheetAgain}
            </Button>
            {canSave && (
              <Button
                size="small"
                aria-describedby={id}
                disabledFocusable={isBusy}
                onClick={() => {
                  onSave(choice);
                }}
              >
                {words.word}
              </Button>
            )}
          </div>
          {sheet !== null && (
            <p className={view.quiet}>
              <Link
                as="button"
                inline
                style={{ fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'left' }}
                onClick={() => {
                  goTo({ sheet, cell: 'A1' });
                }}
              >
                {words.show(sheet)}
              </Link>
            </p>
          )}
          <div role="status" className={view.speaking}>
            {pressed !== null && pressed.length > 0 && <Sentences sentences={pressed} shownAtFirst={3} />}
          </div>
          {making !== null && <HandedNotice making={making} hint={words.savedHint} />}
          {choice.gaps.length > 0 && (
            <Foldable name={words.gapsName} count={formatNumber(choice.gaps.length)}>
              <Sentences sentences={choice.gaps} shownAtFirst={10} />
            </Foldable>
          )}
        </>
      )}
    </div>
  );
};
