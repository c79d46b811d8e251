using OpenJd.Sessions.Processes;

namespace OpenJd.Sessions.Environments;

/// <summary>A session's entered environments, and the variables that they give its actions.</summary>
internal sealed class EnvironmentStack(SessionVariables variables)
{
    private readonly List<EnteredEnvironment> _entered = [];
    private VariableSet? _composed;
    private long _composedAt;

    /// <summary>The innermost, or null where none is entered.</summary>
    public EnteredEnvironment? Innermost => _entered.Count > 0 ? _entered[^1] : null;

    /// <summary>The environments, innermost first.</summary>
    public IEnumerable<EnteredEnvironment> InnermostFirst => Enumerable.Reverse(_entered);

    /// <summary>Adds one, as the innermost.</summary>
    /// <exception cref="InvalidDataException">It has wrap hooks, and so has one that is entered already.</exception>
    public void Push(EnteredEnvironment entered)
    {
        if (entered.Wraps && _entered.Find(other => other.Wraps) is { } other)
        {
            throw new InvalidDataException(
                $"environment '{entered.Definition.Name}' defines wrap hooks, and so does "
                + $"'{other.Definition.Name}'; a session may have one environment that does");
        }

        _entered.Add(entered);
        _composed = null;
    }

    /// <summary>Takes the innermost away.</summary>
    public void Pop()
    {
        _entered.RemoveAt(_entered.Count - 1);
        _composed = null;
    }

    /// <summary>
    /// The environment whose hooks stand in for an action: one with wrap hooks, outside the environment whose action it
    /// is.
    /// </summary>
    /// <param name="inner">The environment whose action it is, or null for a task.</param>
    public EnteredEnvironment? WrapperOf(EnteredEnvironment? inner) =>
        _entered.TakeWhile(entered => entered != inner).FirstOrDefault(entered => entered.Wraps);

    /// <summary>All variables of an action; the same set as before where nothing has changed since.</summary>
    public VariableSet Variables()
    {
        var changes = _entered.Sum(entered => entered.Variables.Changes);
        if (_composed is null || changes != _composedAt)
            _composed = new VariableSet(variables.Compose(_entered));
        _composedAt = changes;
        return _composed;
    }

    /// <summary>What actions told that may not set variables (How Jobs Are Run, Stdout/Stderr Messages).</summary>
    public VariableLayer Told { get; } = new();

    /// <summary>The variables that the session's actions and environments have defined, without the host's.</summary>
    public Dictionary<string, string> OwnVariables()
    {
        var own = new Dictionary<string, string>(VariableLayer.Comparer);
        Told.ApplyTo(own);
        foreach (var entered in _entered)
            entered.Variables.ApplyTo(own);
        return own;
    }
}
