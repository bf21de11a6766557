import { useState } from 'react';
import { STAND } from '../../messages/stand';
import { Modal } from './Modal';

interface RemoteEditProps {
  readonly address: string;
  readonly onDo: (value: string) => void;
  readonly onCancel: () => void;
}

/** What a co-author is to type into the active cell. */
export function RemoteEdit({ address, onDo, onCancel }: RemoteEditProps) {
  const [value, setValue] = useState('');
  return (
    <Modal title={STAND.demo.remoteTitle} onCancel={onCancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onDo(value);
        }}
      >
        <p>{STAND.demo.remoteText(address)}</p>
        <label className="field">
          {STAND.demo.remoteValue}
          <input
            data-first
            value={value}
            onChange={(event) => {
              setValue(event.target.value);
            }}
          />
        </label>
        <div className="modal-buttons">
          <button type="submit" className="button primary">
            {STAND.demo.remoteDo}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {STAND.validation.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
