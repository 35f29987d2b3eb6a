import 'reperes/define';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const TEXT = '« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.';

function Article({ published, children }) {
  const [quotes, setQuotes] = useState(0);
  return (
    <>
      <reperes-article published={published} onreperes-report={(event) => setQuotes(event.detail.quotes.length)}>{children}</reperes-article>
      <p id="quotes">{quotes}</p>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Article published="2025-02-11">{TEXT}</Article>);
