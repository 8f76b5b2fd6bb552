extension Incident {
  /// Applies decisions, in order, after all computing.
  ///
  /// A value that is set makes it corrected, acceptance afterwards leaves it so; a rejection stands
  /// until somebody accepts it or takes it for one with another. What was entered by hand stays so until somebody accepts or rejects it.
  public mutating func apply(_ reviews: [Review]) {
    var isChanged = reviewStatus == .corrected
    for review in reviews {
      switch review.decision {
      case .accept: reviewStatus = isChanged ? .corrected : .accepted
      case .reject: reviewStatus = .rejected
      case .set(let field, let value):
        CorrectableField.named(field)?.apply(value, to: &self)
        change()
      case .merge:
        if reviewStatus == .rejected { reviewStatus = .corrected }
        change()
      case .split: change()
      case .undo: break
      }
    }

    func change() {
      isChanged = true
      if reviewStatus == .derived || reviewStatus == .accepted { reviewStatus = .corrected }
    }
  }
}
