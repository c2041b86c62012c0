# Puts this user into the group Hyper-V Administrators, after Windows has asked for an administrator's consent. The group
# goes by its number, because its name is translated. Ends with 0 when done, 2 when consent was refused, 1 otherwise.
$ErrorActionPreference = 'Stop'

# S, digits and dashes: whoever consents may be another user, so the text for the elevated process names this one.
$user = [System.Security.Principal.WindowsIdentity]::GetCurrent().User.Value
$text = "try { Add-LocalGroupMember -SID 'S-1-5-32-578' -Member '$user' -ErrorAction Stop; exit 0 } " +
    "catch [Microsoft.PowerShell.Commands.MemberExistsException] { exit 0 } catch { exit 1 }"
$encoded = [System.Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($text))
$shell = (Get-Process -Id $PID).Path
$process = $null
try {
    $process = Start-Process -FilePath $shell -Verb RunAs -WindowStyle Hidden -Wait -PassThru -ArgumentList @(
        '-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', $encoded)
} catch {
    exit 2
}
exit $process.ExitCode
