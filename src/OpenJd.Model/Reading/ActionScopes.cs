using OpenJd.Expressions.Types;

namespace OpenJd.Model.Reading;

/// <summary>The scopes of an action's two kinds of field.</summary>
/// <param name="Host">Of what the host resolves: command and arguments.</param>
/// <param name="Template">
/// Of what is resolved when the job is made: timeout and cancelation. A wrap hook's see the wrapped action too.
/// </param>
internal readonly record struct ActionScopes(SymbolScope Host, SymbolScope Template)
{
    /// <summary>The same in a wrap hook.</summary>
    public ActionScopes InHook(string nameOfWrapped)
    {
        var host = SymbolScopes.WithWrappedAction(Host).Add(nameOfWrapped, ExpressionType.String);
        return new ActionScopes(host, SymbolScopes.WithWrappedAction(Template));
    }
}
