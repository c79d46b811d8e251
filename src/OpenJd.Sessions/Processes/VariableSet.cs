using System.Collections.ObjectModel;

namespace OpenJd.Sessions.Processes;

/// <summary>
/// Variables that never change once they are here, so that many processes can be started with them and the form in
/// which a system takes them is made once.
/// </summary>
/// <param name="variables">The variables; copied.</param>
public sealed class VariableSet(IReadOnlyDictionary<string, string> variables)
    : ReadOnlyDictionary<string, string>(new Dictionary<string, string>(variables))
{
    private object? _form;

    /// <summary>The variables as they are or, where they may change, a copy.</summary>
    /// <param name="variables">The variables.</param>
    internal static VariableSet Of(IReadOnlyDictionary<string, string> variables) =>
        variables as VariableSet ?? new VariableSet(variables);

    /// <summary>The form in which this system takes them, made when it is first asked for.</summary>
    /// <param name="make">Makes it.</param>
    internal T Form<T>(Func<VariableSet, T> make)
        where T : class => (T)(_form ??= make(this));
}
