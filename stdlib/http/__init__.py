"""HTTP/1.1 in the language itself; module http.messages has what clients and servers share."""
