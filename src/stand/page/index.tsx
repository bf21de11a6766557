import { createRoot } from 'react-dom/client';
import { App } from './App';

const element = document.getElementById('stand');
if (element === null) throw new Error('stand.html has no #stand');
createRoot(element).render(<App />);
