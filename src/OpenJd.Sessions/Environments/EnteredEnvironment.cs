using OpenJd.Expressions.Symbols;
using OpenJd.Model.Jobs;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Files;

namespace OpenJd.Sessions.Environments;

/// <summary>An environment that was entered, or at least tried to be, and is to be left.</summary>
internal sealed class EnteredEnvironment(EnvironmentDefinition definition, EmbeddedFileSet files, SymbolTable symbols)
{
    public EnvironmentDefinition Definition => definition;

    public EmbeddedFileSet Files => files;

    public SymbolTable Symbols => symbols;

    public VariableLayer Variables { get; } = new();

    /// <summary>What its enter action left running, or null.</summary>
    public BackgroundTree? Background { get; set; }
}
