package main

import (
	"fmt"
	"strings"

	cosigned "github.com/transparency-dev/formats/note"
	"golang.org/x/mod/sumdb/note"
)

// cosignatureHolds reads a witness's verifier key in the first line and a checkpoint behind it, which both the log and that
// witness must have signed.
func cosignatureHolds(text string, log note.Verifier) error {
	key, checkpoint, _ := strings.Cut(text, "\n")
	witness, err := cosigned.NewVerifierForCosignatureV1(key)
	if err != nil {
		return err
	}
	// formats doesn't look at the id in the line.
	if !strings.HasPrefix(key, fmt.Sprintf("%s+%08x+", witness.Name(), witness.KeyHash())) {
		return fmt.Errorf("another key's id in %q", key)
	}
	opened, err := note.Open([]byte(checkpoint), note.VerifierList(log, witness))
	if err != nil {
		return err
	}
	logged, at := false, int64(0)
	for _, signature := range opened.Sigs {
		switch {
		case signature.Name == log.Name() && signature.Hash == log.KeyHash():
			logged = true
		case signature.Name == witness.Name() && signature.Hash == witness.KeyHash():
			given, err := cosigned.CoSigV1Timestamp(signature)
			if err != nil {
				return err
			}
			at = given.Unix()
		}
	}
	if !logged || at <= 0 {
		return fmt.Errorf("expected signatures of %s and %s", log.Name(), witness.Name())
	}
	return nil
}
