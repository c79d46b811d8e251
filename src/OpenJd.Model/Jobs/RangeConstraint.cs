namespace OpenJd.Model.Jobs;

/// <summary>Which values may share a chunk. Source: template schemas §3.4.1.5.</summary>
public enum RangeConstraint
{
    /// <summary>Neighbouring whole numbers only.</summary>
    Contiguous,

    /// <summary>Any of the range's values.</summary>
    Noncontiguous,
}
