package fr.allervers.shared.web;

/**
 * A refusal or a failure in words.
 *
 * @param what what happened
 * @param kept what became of what the person did
 * @param todo what to do now
 * @param link names the way back to the page that the person comes from; empty: home
 */
record Problem(int status, String title, String what, String kept, String todo, String link) {}
