//go:build tools

package tools

import _ "github.com/kube-green/kube-green/cmd"
