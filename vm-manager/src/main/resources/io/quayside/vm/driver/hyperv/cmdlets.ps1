# Runs the cmdlets that the variable QUAYSIDE_CMDLETS lists, in order, up to the first that fails, and prints as JSON what
# they returned and why one failed. This text is the same in every run: names and values come as data, and nothing of
# them is ever read as PowerShell.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'

# Names of enumerations instead of their numbers; identifiers as text.
function ConvertTo-PlainValue {
    param($Value)
    if ($Value -is [System.Enum] -or $Value -is [System.Guid]) {
        return $Value.ToString()
    }
    return $Value
}

$answers = New-Object -TypeName System.Collections.ArrayList
$failure = $null
$name = ''
try {
    $cmdlets = ConvertFrom-Json -InputObject $env:QUAYSIDE_CMDLETS
    foreach ($cmdlet in $cmdlets) {
        $name = $cmdlet.name
        $command = Get-Command -Name $name -Module 'Hyper-V' -CommandType Cmdlet
        $parameters = @{ ErrorAction = 'Stop' }
        foreach ($parameter in $cmdlet.parameters.PSObject.Properties) {
            $parameters[$parameter.Name] = $parameter.Value
        }
        $objects = New-Object -TypeName System.Collections.ArrayList
        foreach ($object in @(& $command @parameters)) {
            $plain = @{}
            foreach ($property in $cmdlet.properties) {
                $plain[$property] = ConvertTo-PlainValue -Value $object.$property
            }
            [void]$objects.Add($plain)
        }
        [void]$answers.Add($objects)
    }
} catch {
    $failure = @{
        cmdlet = $name
        id = [string]$_.FullyQualifiedErrorId
        category = $_.CategoryInfo.Category.ToString()
        code = '0x{0:X8}' -f $_.Exception.HResult
        message = [string]$_.Exception.Message
    }
}

# Bytes, because the console's own encoding is anything.
$json = ConvertTo-Json -InputObject @{ answers = $answers; failure = $failure } -Depth 5 -Compress
$bytes = [System.Text.Encoding]::UTF8.GetBytes($json)
$output = [System.Console]::OpenStandardOutput()
$output.Write($bytes, 0, $bytes.Length)
$output.Flush()
