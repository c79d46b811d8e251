using System.Collections;

namespace OpenJd.Sessions.Environments;

/// <summary>The variables that a session's actions start with. Source: How Jobs Are Run; template schemas §4.</summary>
internal sealed class SessionVariables
{
    private readonly Dictionary<string, string> _host;

    /// <summary>Starts from the host's variables, or where they are null, from those of this process.</summary>
    public SessionVariables(IReadOnlyDictionary<string, string>? host, string workingDirectory) =>
        _host = new Dictionary<string, string>(host ?? OwnVariables(), VariableLayer.Comparer)
        {
            ["OPENJD_SESSION_WORKING_DIR"] = workingDirectory,
        };

    /// <summary>The variables of an action.</summary>
    /// <param name="outermostFirst">The entered environments; the innermost has the last word.</param>
    public Dictionary<string, string> Compose(IEnumerable<EnteredEnvironment> outermostFirst)
    {
        var variables = new Dictionary<string, string>(_host, VariableLayer.Comparer);
        foreach (var entered in outermostFirst)
            entered.Variables.ApplyTo(variables);
        return variables;
    }

    private static Dictionary<string, string> OwnVariables()
    {
        var variables = new Dictionary<string, string>(VariableLayer.Comparer);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }
}
