using System.Collections;
using Renderacre.Worker.Spool;

namespace Renderacre.Worker.Hosts;

/// <summary>
/// The variables that a session's actions start with where they run as another user. Sudo gives the host those of its
/// user and no others; the worker's are handed over in a file that only the two can read.
/// </summary>
internal static class HostVariables
{
    // What is of a user, of a login, of sudo or of this program is not handed from one user to another.
    private static readonly HashSet<string> OfAUser =
    [
        "HOME", "USER", "LOGNAME", "USERNAME", "SHELL", "MAIL", "PWD", "OLDPWD", "TMPDIR", "TMP", "TEMP", "SHLVL", "_",
        "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK",
    ];

    private static readonly Dictionary<string, string> None = [];

    private static readonly string[] PrefixesOfAUser = ["SUDO_", "XDG_", "RFARM_", "SSH_", "BASH_FUNC_"];

    /// <summary>The variables of this process that are handed to sessions of another user.</summary>
    public static IReadOnlyDictionary<string, string> ToHandOver() => Own()
        .Where(each => !IsOfAUser(each.Key)).ToDictionary(each => each.Key, each => each.Value);

    /// <summary>The variables of a session's actions.</summary>
    /// <param name="launch">What the host was started with.</param>
    /// <returns>The variables, or null where they are this process's own.</returns>
    public static IReadOnlyDictionary<string, string>? Of(HostLaunch launch)
    {
        if (launch.Variables is null && launch.GpuVariables is null)
            return null;
        Dictionary<string, string> variables = Own()
            .Where(each => launch.Variables is null || !each.Key.StartsWith("SUDO_", StringComparison.Ordinal))
            .ToDictionary(each => each.Key, each => each.Value);
        foreach ((string name, string value) in (launch.Variables ?? None).Concat(launch.GpuVariables ?? None))
            variables[name] = value;
        return variables;
    }

    private static bool IsOfAUser(string name) =>
        OfAUser.Contains(name) || PrefixesOfAUser.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Own() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""));
}
