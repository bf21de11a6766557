// Runs before anything else and alone: says what to do when the pane does not come.
(function () {
  var DELAY_MS = 10000;
  var tell = function () {
    var slow = document.getElementById('slow');
    if (slow) slow.hidden = false;
  };
  setTimeout(tell, DELAY_MS);
  // A script that could not be fetched will not come later.
  window.addEventListener(
    'error',
    function (event) {
      if (event.target && event.target.tagName === 'SCRIPT') tell();
    },
    true,
  );
})();
