import { STAND } from '../../messages/stand';
import type { Objection } from './editing';
import { Modal } from './Modal';

interface ObjectionDialogProps {
  readonly objection: Objection;
  readonly value: string;
  readonly onKeep: () => void;
  readonly onChange: () => void;
  readonly onCancel: () => void;
}

/** What Excel asks when a value is not on the cell's list. */
export function ObjectionDialog({ objection, value, onKeep, onChange, onCancel }: ObjectionDialogProps) {
  const { validation } = STAND;
  return (
    <Modal title={objection.title} onCancel={onCancel}>
      <p>{objection.text}</p>
      <p className="typed">{value}</p>
      {objection.mayKeep ? <p>{validation.keepQuestion}</p> : null}
      <div className="modal-buttons">
        {objection.mayKeep ? (
          <button type="button" className="button" onClick={onKeep}>
            {validation.keep}
          </button>
        ) : null}
        <button type="button" className="button primary" data-first onClick={onChange}>
          {validation.change}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {validation.cancel}
        </button>
      </div>
    </Modal>
  );
}
