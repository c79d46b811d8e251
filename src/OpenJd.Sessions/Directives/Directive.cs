namespace OpenJd.Sessions.Directives;

/// <summary>A line by which an action tells something. Source: How Jobs Are Run, Stdout/Stderr Messages.</summary>
public abstract record Directive
{
    private protected Directive()
    {
    }
}
