namespace OpenJd.Sessions.Processes;

/// <summary>
/// Variables put into the environment of every process of a tree, by which its members are found again even when they
/// have left their parents, their process group and the host that started them.
/// </summary>
public sealed record ProcessMarker
{
    private readonly (string Name, string Value)[] _variables;

    private ProcessMarker((string Name, string Value)[] variables) => _variables = variables;

    /// <summary>Makes a marker of one variable.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value, unique on this host.</param>
    public ProcessMarker(string name, string value) : this([(name, value)])
    {
    }

    /// <summary>The variables, all of which a member has.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables => _variables;

    /// <summary>A narrower marker: this one's variables and one more.</summary>
    /// <param name="name">The further variable's name.</param>
    /// <param name="value">Its value.</param>
    public ProcessMarker With(string name, string value) => new([.. _variables, (name, value)]);
}
