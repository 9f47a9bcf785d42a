import { render } from 'preact';
render(<p>Dramatis</p>, document.getElementById('root')!);
