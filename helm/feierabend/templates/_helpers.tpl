{{- define "feierabend.name" -}}
{{- if contains "feierabend" .Release.Name -}}
{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-feierabend" .Release.Name | trunc 63 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{/* What finds its pod. */}}
{{- define "feierabend.selector" -}}
app.kubernetes.io/name: feierabend
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "feierabend.labels" -}}
{{ include "feierabend.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "feierabend.account" -}}
{{ .Values.serviceAccount.name | default (include "feierabend.name" .) }}
{{- end -}}

{{/* The name of a recipe of the operator's; its kind gets rights, so both must be readable here. */}}
{{- define "feierabend.recipe" -}}
{{- $recipe := fromYaml .text -}}
{{- $resource := dig "spec" "resource" dict $recipe -}}
{{- if not (and (dig "metadata" "name" "" $recipe) $resource.group $resource.plural) -}}
{{- fail (printf "Expected recipes.own.%s to be a Recipe with metadata.name, spec.resource.group and spec.resource.plural but found %q" .file .text) -}}
{{- end -}}
{{- $recipe.metadata.name -}}
{{- end -}}
